extension Recording {
  /// Appends one record of each type that perf itself writes.
  public mutating func appendToolRecords() {
    if let event = events.first {
      append(type: 64, payload: event.attributes + Self.payload { $0.append(UInt64(1)) })
    }
    append(type: 66, payload: Self.payload { $0.append(UInt32(16), UInt32(0)) })
    append(trailing: [UInt8](repeating: 0x17, count: 16))
    append(
      type: 67, misc: 1 << 15,
      payload: Self.payload {
        $0.append(Int32(-1))
        $0.append(bytes: Array(1...20))
        $0.append(UInt8(20), 0, 0, 0)
        $0.append(text: "[kernel.kallsyms]")
      })
    append(type: 68, payload: [])
    append(type: 69, payload: Self.payload { $0.append(UInt64(1), 1, 0, 0, 101) })
    append(type: 70, payload: Self.payload { $0.append(UInt32(1), UInt32(0), 5, 6) })
    append(
      type: 71,
      payload: Self.payload {
        $0.append(UInt64(16), 0, 1)
        $0.append(UInt32(0), 101, 0, 0)
      })
    append(trailing: [UInt8](repeating: 0x02, count: 16))
    append(
      type: 72,
      payload: Self.payload {
        $0.append(UInt32(1), 2, 0, 100, 101, 0)
        $0.append(UInt64(0x40_1000))
        $0.append(bytes: [UInt8](repeating: 0x41, count: 64))
      })
    append(
      type: 73,
      payload: Self.payload {
        $0.append(UInt64(1), 100)
        $0.append(bytes: Array("sort".utf8) + [UInt8](repeating: 0, count: 12))
      })
    append(type: 74, payload: Self.payload { $0.append(UInt16(0), 2, 0, 1) })
    append(type: 75, payload: Self.payload { $0.append(UInt64(1), 0, 3) })
    append(
      type: 76,
      payload: Self.payload {
        $0.append(UInt64(1))
        $0.append(UInt32(0), UInt32(0))
        $0.append(UInt64(5000), 10, 10)
      })
    append(type: 77, payload: Self.payload { $0.append(UInt64(1), 1_000_000) })
    append(
      type: 78,
      payload: Self.payload {
        $0.append(UInt64(0), 1)
        $0.append(text: "Joules")
      })
    append(type: 79, payload: Self.payload { $0.append(UInt64(31), 1, 0) })
    append(type: 80, payload: Self.payload { $0.append(UInt64(3), 0) })
    append(type: 81, payload: [0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x00, 0x01, 0x00])
    append(type: 82, payload: [])
    append(type: 83, payload: Self.payload { $0.append(UInt64(8), 0x01_0000_fd2f_b528) })
  }

  /// Fills the feature sections that describe the machine and the command.
  public mutating func addFeatures() {
    let texts = [
      3: "machine", 4: "6.1.0", 5: "6.1.0", 6: "x86_64", 8: "A processor", 9: "Maker,6,1,1",
    ]
    for (feature, text) in texts { features[feature] = Self.payload { $0.append(counted: text) } }
    features[7] = Self.payload { $0.append(UInt32(2), UInt32(2)) }
    features[10] = Self.payload { $0.append(UInt64(16 << 20)) }
    features[11] = Self.payload {
      $0.append(UInt32(2))
      $0.append(counted: "perf")
      $0.append(counted: "record")
    }
    let events = events
    features[12] = Self.payload { bytes in
      bytes.append(UInt32(events.count), UInt32(events.first?.attributeSize ?? 128))
      for event in events {
        bytes.append(bytes: event.attributes)
        bytes.append(UInt32(event.identifiers.count))
        bytes.append(counted: event.type == 1 && event.config == 0 ? "cpu-clock" : "event")
        for identifier in event.identifiers { bytes.append(identifier) }
      }
    }
    features[16] = Self.payload {
      $0.append(UInt32(1), UInt32(1))
      $0.append(counted: "software")
    }
    features[21] = Self.payload { $0.append(UInt64(1_000_000_000), 2_000_000_000) }
  }
}
