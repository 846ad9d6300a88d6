/// An order in which records are handed out.
public enum RecordOrder: Hashable, Sendable, CaseIterable {
  /// The order of the file: nothing is sorted and nothing is kept.
  ///
  /// The recorder empties one buffer of the kernel after the other, so that times
  /// go back whenever it turns to the next one.
  case file
  /// The order in which perf processes a recording.
  ///
  /// Records of the kernel wait until a second mark
  /// ``RecordKind/finishedRound`` promises that nothing earlier comes; what comes
  /// late all the same is handed out late. Those that tell no time, and all of
  /// the recorder, are handed out as soon as they are met. Files without marks
  /// are sorted as a whole. It needs one pass and remembers, of the records that
  /// wait, where each ascending stretch lies. Of compressed recordings it also
  /// keeps the bytes that were unpacked and wait: up to 32 MiB in memory, and what
  /// is more, as buffers of the kernel beyond that size leave it, in temporary files
  /// as ``time`` does.
  case rounds
  /// The order of time, without exception.
  ///
  /// Equal times keep the order of the file. A record that tells no time has the
  /// largest time in front of it in the file, and so stays behind whatever was
  /// written before it. It needs a pass that finds the times, and one that hands
  /// the records out; further ones only when more stretches overlap than
  /// memory is allowed for. Memory beyond the mapping stays below 64 MiB for a
  /// recording of any size. A compressed recording is first unpacked into a
  /// temporary file without a name, in the folder that `TMPDIR` names or `/var/tmp`.
  case time
}
