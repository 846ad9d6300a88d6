import CommandLineSupport
import PerfData

/// The form of the output.
enum Form {
  case text
  case json
}

/// Tells on standard error what is wrong with the file but does not prevent
/// reading it.
func warn(about file: borrowing PerfDataFile) {
  if file.isUnfinished {
    printToStandardError(
      "dump-perfdata: warning: the recorder was stopped before it finished the file; "
        + "the records are read up to the end, the header's features are missing\n")
  }
  let faults = file.faults
  for fault in faults.prefix(10) {
    printToStandardError("dump-perfdata: warning: \(fault)\n")
  }
  if faults.count > 10 {
    printToStandardError("dump-perfdata: warning: \(faults.count - 10) more faults\n")
  }
}
