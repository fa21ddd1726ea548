package report

// sheet puts blocks below one another. A heading waits until something stands below it.
type sheet struct {
	blocks  []block
	waiting []block // headings, a larger one before a smaller one
}

// add writes blocks, and the headings that waited for them.
func (w *sheet) add(bs ...block) {
	if len(bs) == 0 {
		return
	}
	w.blocks = append(append(w.blocks, w.waiting...), bs...)
	w.waiting = nil
}

// heading begins a section whose heading is written only when something is in it.
func (w *sheet) heading(level int, title string) {
	for n := len(w.waiting); n > 0 && w.waiting[n-1].level >= level; n-- {
		w.waiting = w.waiting[:n-1]
	}
	w.waiting = append(w.waiting, block{kind: heading, level: level, spans: plain(title)})
}

// done ends a section: a heading below which nothing stands goes.
func (w *sheet) done() { w.waiting = nil }

func (w *sheet) prose(s string) {
	if s != "" {
		w.add(block{kind: prose, text: s})
	}
}

func (w *sheet) line(s string) {
	if s != "" {
		w.add(block{kind: paragraph, spans: plain(s)})
	}
}

func (w *sheet) list(items []item) {
	if len(items) > 0 {
		w.add(block{kind: list, items: items})
	}
}

// section is a text below its heading.
func (w *sheet) section(title, text string) {
	w.heading(2, title)
	w.prose(text)
	w.done()
}

// part is a text below a smaller heading, within a section.
func (w *sheet) part(title, text string) {
	w.heading(3, title)
	w.prose(text)
	for n := len(w.waiting); n > 0 && w.waiting[n-1].level == 3; n-- {
		w.waiting = w.waiting[:n-1]
	}
}
