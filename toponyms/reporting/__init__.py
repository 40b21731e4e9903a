"""What was found, told in other forms: records, spreadsheets, GeoJSON, a page with a map."""
