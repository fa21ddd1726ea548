package quick

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// Version prints the version of the program, the commit it was built from and the Go it was built with.
func Version(e Env) int {
	fmt.Fprintln(e.Stdout, VersionLine())
	return Done
}

// VersionLine is what [Version] prints.
func VersionLine() string {
	version, commit, changed := "(devel)", "unknown", ""
	if info, ok := debug.ReadBuildInfo(); ok {
		if info.Main.Version != "" {
			version = info.Main.Version
		}
		for _, s := range info.Settings {
			switch {
			case s.Key == "vcs.revision" && s.Value != "":
				commit = s.Value[:min(12, len(s.Value))]
			case s.Key == "vcs.modified" && s.Value == "true":
				changed = " and changes"
			}
		}
	}
	return fmt.Sprintf("bounceback %s (commit %s%s, %s)", version, commit, changed, runtime.Version())
}
