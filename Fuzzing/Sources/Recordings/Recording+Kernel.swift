extension Recording {
  /// Appends the name of a program and its first mapping.
  public mutating func appendProgramStart() {
    let task = Self.payload { $0.append(UInt32(100), UInt32(101)) }
    append(kernelRecord: 3, misc: 1 << 13, payload: task + Self.payload { $0.append(text: "sort") })
    append(
      kernelRecord: 1, misc: 2,
      payload: task
        + Self.payload {
          $0.append(UInt64(0x40_0000), 0x1000, 0)
          $0.append(text: "/usr/bin/sort")
        })
  }

  /// Appends one record of each other type that the kernel writes, samples excepted.
  public mutating func appendKernelRecords() {
    let task = Self.payload { $0.append(UInt32(100), UInt32(101)) }
    append(kernelRecord: 2, payload: Self.payload { $0.append(UInt64(1), 16) })
    for type: UInt32 in [4, 7] {
      append(
        kernelRecord: type,
        payload: Self.payload {
          $0.append(UInt32(100), 1, 101, 1)
          $0.append(UInt64(1_000_000_000))
        })
    }
    for type: UInt32 in [5, 6] {
      append(kernelRecord: type, payload: Self.payload { $0.append(UInt64(1), 1, 1) })
    }
    append(kernelRecord: 8, payload: task + Self.payload { $0.append(UInt64(5000), 2, 1, 1, 0) })
    appendMappings(task: task)
    append(kernelRecord: 11, payload: Self.payload { $0.append(UInt64(0), 4096, 1) })
    append(kernelRecord: 12, payload: task)
    append(kernelRecord: 13, payload: Self.payload { $0.append(UInt64(8)) })
    append(kernelRecord: 14, misc: 1 << 13, payload: [])
    append(kernelRecord: 15, payload: task)
    append(
      kernelRecord: 16,
      payload: task + Self.payload { $0.append(UInt64(2), 4, 0xf000_0000, 4, 0xf000_0001) })
    append(
      kernelRecord: 17,
      payload: Self.payload {
        $0.append(UInt64(0xffff_ffff_c000_0000))
        $0.append(UInt32(64))
        $0.append(UInt16(1), UInt16(0))
        $0.append(text: "bpf_prog_0123456789abcdef")
      })
    append(
      kernelRecord: 18,
      payload: Self.payload {
        $0.append(UInt16(1), UInt16(0))
        $0.append(UInt32(9))
        $0.append(UInt64(0x0123_4567_89ab_cdef))
      })
    append(
      kernelRecord: 19,
      payload: Self.payload {
        $0.append(UInt64(42))
        $0.append(text: "/user.slice")
      })
    append(
      kernelRecord: 20,
      payload: Self.payload {
        $0.append(UInt64(0xffff_ffff_8100_0000))
        $0.append(UInt16(2), UInt16(2))
        $0.append(UInt32(0x9090_04eb))
        $0.pad(to: 8)
      })
    append(kernelRecord: 21, payload: Self.payload { $0.append(UInt64(3)) })
    append(
      kernelRecord: 22, payload: Self.payload { $0.append(UInt64(77), 2, 0x40_1000, 0x40_2000) })
  }

  /// Appends a mapping with device and inode, and one with a build identifier.
  private mutating func appendMappings(task: [UInt8]) {
    let place = Self.payload { $0.append(UInt64(0x40_0000), 0x1000, 0x2000) }
    let end = Self.payload {
      $0.append(UInt32(5), UInt32(2))
      $0.append(text: "/usr/lib/libc.so.6")
    }
    let inode = Self.payload {
      $0.append(UInt32(8), UInt32(1))
      $0.append(UInt64(1234), 0)
    }
    let build = Self.payload {
      $0.append(UInt8(20), 0, 0, 0)
      $0.append(bytes: Array(1...20))
    }
    append(kernelRecord: 10, misc: 2, payload: task + place + inode + end)
    append(kernelRecord: 10, misc: 2 | 1 << 14, payload: task + place + build + end)
  }

  /// The bytes that a closure writes.
  static func payload(_ write: (inout Bytes) -> Void) -> [UInt8] {
    var bytes = Bytes()
    write(&bytes)
    return bytes.contents
  }
}
