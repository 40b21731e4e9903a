"""``python -m toponyms`` is the command ``toponyms``."""

from __future__ import annotations

import sys

from toponyms.cli import main

sys.exit(main())
