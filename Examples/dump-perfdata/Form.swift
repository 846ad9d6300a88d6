import CommandLineSupport
import PerfData

/// The form of the output.
enum Form {
  case text
  case json
}

/// Tells on standard error that the recorder has not finished the file.
func warnIfUnfinished(_ file: borrowing PerfDataFile) {
  guard file.isUnfinished else { return }
  printToStandardError(
    "dump-perfdata: warning: the file is unfinished: the recorder is still writing or was "
      + "stopped; the records are read up to the end, the header's features are missing\n")
}

/// Tells on standard error what is damaged.
///
/// - Returns: The status of the command: 1 if there is damage.
func report(damageOf file: borrowing PerfDataFile, and found: [PerfDataError]) -> Int32 {
  // The records that a file lacks are found missing on opening and on reading.
  report(damage: file.faults + found.filter { [known = file.faults] in !known.contains($0) })
}

/// Tells on standard error what is damaged.
///
/// - Returns: The status of the command: 1 if there is damage.
func report(damage faults: [PerfDataError]) -> Int32 {
  for fault in faults.prefix(10) { printToStandardError("dump-perfdata: \(fault)\n") }
  if faults.count > 10 {
    printToStandardError("dump-perfdata: \(faults.count - 10) more faults\n")
  }
  return faults.isEmpty ? 0 : 1
}
