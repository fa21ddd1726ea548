package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// versionLine tells the version of the program, the commit it was built from and the Go it was built with.
//
// It is not in package quick: runtime/debug comes after the heavy packages in the order of initialization, and would hold
// back whatever imports it.
func versionLine() string {
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
