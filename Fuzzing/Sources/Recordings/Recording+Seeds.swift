extension Recording {
  /// A short recording of a program, as `perf record -e cpu-clock -g` makes it.
  ///
  /// - Parameter samples: The number of samples.
  /// - Returns: The recording.
  public static func example(samples: Int) -> Recording {
    var event = RecordedEvent(sampleFields: 1 | 1 << 1 | 1 << 2 | 1 << 5 | 1 << 7 | 1 << 8)
    event.flags |= 1 << 8 | 1 << 9 | 1 << 13
    var recording = Recording(events: [event])
    recording.appendProgramStart()
    for sample in 0..<samples { recording.appendSample(of: 0, depth: 1 + sample % 30) }
    recording.append(type: 68, payload: [])
    recording.addFeatures()
    return recording
  }

  /// Small recordings that together show every field of every record.
  public static var seeds: [(name: String, recording: Recording)] {
    let base: UInt64 = 1 << 16 | 1 | 1 << 1 | 1 << 2
    var seeds: [(name: String, recording: Recording)] = []

    for bit in 0...24 {
      var recording = Recording(events: [RecordedEvent(sampleFields: base | 1 << bit)])
      recording.appendSample(of: 0)
      seeds.append(("field-\(bit)", recording))
    }
    for format in 0..<UInt64(32) {
      var event = RecordedEvent(sampleFields: base | 1 << 4)
      event.readFormat = format
      var recording = Recording(events: [event])
      recording.appendSample(of: 0)
      seeds.append(("read-format-\(format)", recording))
    }
    for size in [64, 72, 80, 96, 104, 112, 120, 128, 136, 144] {
      var event = RecordedEvent(sampleFields: base)
      event.attributeSize = size
      var recording = Recording(events: [event])
      recording.appendSample(of: 0)
      recording.addFeatures()
      seeds.append(("attributes-\(size)", recording))
    }

    var first = RecordedEvent(sampleFields: 0x1ff_ffff & ~(1 << 14))
    first.branchFields = 1 << 3 | 1 << 17
    first.readFormat = 0x1f
    var second = first
    second.config = 2
    second.identifiers = [2, 3]
    var samples = Recording(events: [first, second])
    for index in [0, 1, 0] { samples.appendSample(of: index) }
    samples.addFeatures()
    seeds.append(("samples", samples))
    var kernel = Recording(events: [first, second])
    kernel.appendProgramStart()
    kernel.appendKernelRecords()
    seeds.append(("kernel", kernel))
    var tool = Recording(events: [first, second])
    tool.appendToolRecords()
    seeds.append(("tool", tool))
    seeds.append(("example", .example(samples: 8)))
    seeds.append(("empty", Recording(events: [])))
    return seeds
  }
}
