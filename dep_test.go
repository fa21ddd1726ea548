package main

import (
	_ "github.com/charmbracelet/x/exp/golden"
	_ "github.com/creack/pty"
	_ "github.com/google/go-cmp/cmp"
	_ "github.com/hinshun/vt10x"
	_ "github.com/rogpeppe/go-internal/testscript"
)
