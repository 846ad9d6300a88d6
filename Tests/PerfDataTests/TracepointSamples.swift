import PerfData
import PerfEvent

/// Formats of tracepoints, samples and tracing data, assembled in code.
enum TracepointSamples {
  static let common = """
    \tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;
    \tfield:unsigned char common_flags;\toffset:2;\tsize:1;\tsigned:0;
    \tfield:unsigned char common_preempt_count;\toffset:3;\tsize:1;\tsigned:0;
    \tfield:int common_pid;\toffset:4;\tsize:4;\tsigned:1;
    """

  /// The text of a format with the fields that are given as lines.
  static func format(
    _ name: String, id: Int, _ fields: [String], print: String = "\"%d\", REC->common_pid"
  ) -> String {
    let lines = fields.map { "\t\($0)" }.joined(separator: "\n")
    return "name: \(name)\nID: \(id)\nformat:\n\(common)\n\n\(lines)\n\nprint fmt: \(print)\n"
  }

  /// A field's line.
  static func field(
    _ declaration: String, _ offset: Int, _ size: Int, signed: Bool = false
  ) -> String {
    "field:\(declaration);\toffset:\(offset);\tsize:\(size);\tsigned:\(signed ? 1 : 0);"
  }

  /// A system with the texts of its formats.
  typealias System = (name: String, formats: [String])

  /// Tracing data, and where the parts of it lie.
  struct Blob {
    var bytes: [UInt8] = []
    /// The offset of the size in front of each format.
    var formatSizes: [Int] = []
  }

  static func tracingData(
    _ order: ByteOrder, version: String = "0.6", longSize: UInt8 = 8, ftrace: [String] = [],
    _ systems: [System], symbols: String = "", printk: String = "",
    names: String = ""
  ) -> Blob {
    var writer = ByteWriter(order)
    var blob = Blob()
    func sized(_ text: String) {
      blob.formatSizes.append(writer.bytes.count)
      writer.u64(UInt64(text.utf8.count))
      writer.raw(Array(text.utf8))
    }
    writer.raw([23, 8, 68] + Array("tracing\(version)".utf8) + [0])
    writer.u8(order == .bigEndian ? 1 : 0, longSize)
    writer.u32(4096)
    writer.raw(Array("header_page".utf8) + [0])
    sized("page format")
    writer.raw(Array("header_event".utf8) + [0])
    sized("event format")
    blob.formatSizes = []
    writer.u32(UInt32(ftrace.count))
    ftrace.forEach(sized)
    writer.u32(UInt32(systems.count))
    for system in systems {
      writer.raw(Array(system.name.utf8) + [0])
      writer.u32(UInt32(system.formats.count))
      system.formats.forEach(sized)
    }
    writer.u32(UInt32(symbols.utf8.count))
    writer.raw(Array(symbols.utf8))
    writer.u32(UInt32(printk.utf8.count))
    writer.raw(Array(printk.utf8))
    if version != "0.5" {
      writer.u64(UInt64(names.utf8.count))
      writer.raw(Array(names.utf8))
    }
    blob.bytes = writer.bytes
    return blob
  }

  /// Tracing data with three systems.
  static func someTracingData(_ order: ByteOrder) -> Blob {
    tracingData(
      order, ftrace: [format("function", id: 1, [field("unsigned long ip", 8, 8)])],
      [
        (
          "sched",
          [
            format("sched_one", id: 300, [field("pid_t pid", 8, 4, signed: true)]),
            format("sched_two", id: 301, [field("char comm[16]", 8, 16)]),
          ]
        ),
        ("irq", [format("irq_one", id: 400, [field("int irq", 8, 4, signed: true)])]),
        ("net-x", [format("net_one", id: 500, [field("u32 len", 8, 4)])]),
      ],
      symbols: "ffffffff81000000 T _stext\n", printk: "0xffffffff8ab2d0e5 : \"idle\"\n",
      names: "17 migration/0\n4 a name\n")
  }
}
