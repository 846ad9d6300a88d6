import PerfData
import PerfEvent
import Testing
import Traces

@Suite("The printer of tracepoints")
struct TracepointPrinterTests {
  static let common = """
    \tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;
    \tfield:unsigned char common_flags;\toffset:2;\tsize:1;\tsigned:0;
    \tfield:unsigned char common_preempt_count;\toffset:3;\tsize:1;\tsigned:0;
    \tfield:int common_pid;\toffset:4;\tsize:4;\tsigned:1;
    """

  /// The fields that all formats of these tests have.
  static let fields = """
    \tfield:u32 count;\toffset:8;\tsize:4;\tsigned:0;
    \tfield:u32 index;\toffset:12;\tsize:4;\tsigned:0;
    \tfield:char comm[8];\toffset:16;\tsize:8;\tsigned:0;
    \tfield:__data_loc char[] name;\toffset:24;\tsize:4;\tsigned:0;
    \tfield:__data_loc u8[] list;\toffset:28;\tsize:4;\tsigned:0;
    \tfield:u8 bytes[8];\toffset:32;\tsize:8;\tsigned:0;
    \tfield:void * function;\toffset:40;\tsize:8;\tsigned:0;
    """

  static func data(_ print: String, fields: String = fields, tables: [String] = ["", ""])
    -> TracingData
  {
    let format = "name: test\nID: 7\nformat:\n\(common)\n\n\(fields)\n\nprint fmt: \(print)\n"
    var bytes: [UInt8] = [23, 8, 68] + Array("tracing0.5\0".utf8) + [0, 8, 0, 16, 0, 0]
    func put(_ number: Int, _ count: Int) {
      for index in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * index))) }
    }
    func text(_ text: String, _ count: Int) {
      put(text.utf8.count, count)
      bytes += Array(text.utf8)
    }
    bytes += Array("header_page\0".utf8)
    put(0, 8)
    bytes += Array("header_event\0".utf8)
    put(0, 8)
    put(0, 4)
    put(1, 4)
    bytes += Array("sys\0".utf8)
    put(1, 4)
    text(format, 8)
    for table in tables { text(table, 4) }
    return TracingData(parsing: bytes.span.bytes)
  }

  static func raw(count: UInt32 = 2, index: UInt32 = 1) -> [UInt8] {
    var bytes: [UInt8] = [7, 0, 0, 0, 99, 0, 0, 0]
    func put(_ number: UInt32) {
      for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    put(count)
    put(index)
    bytes += Array("comm".utf8) + [0, 0, 0, 0]
    put(48 | 5 << 16)
    put(53 | 3 << 16)
    bytes += [1, 2, 3, 4, 5, 6, 7, 8]
    put(0x8100_0010)
    put(0xffff_ffff)
    bytes += Array("name\0".utf8) + [0xa, 0xb, 0xc]
    return bytes
  }

  static let symbols = "ffffffff81000000 T start\nffffffff82000000 T end\n"

  static func text(_ print: String, _ raw: [UInt8] = raw(), symbols: String = "") -> String? {
    var printer = TracepointPrinter(data(print))
    printer.addKernelSymbols(symbols)
    return printer.string(id: 7, raw: raw.span.bytes)
  }

  static let plain =
    "count=2 index=1 comm=comm name=name list=[10, 11, 12] bytes=[1, 2, 3, 4, 5, 6, 7, 8] "
    + "function=0xffffffff81000010"

  @Test(
    "Print formats are followed",
    arguments: [
      ("\"%d %s\", REC->count, REC->comm", "2 comm"),
      ("\"a\tb %s\", __get_str(name)", "a\tb name"),
      ("\"%x\", REC->bytes[REC->index]", "2"),
      ("\"%d\", REC->count / REC->index", "2"),
      ("\"%s\", __print_hex(REC->bytes, REC->count)", "01 02"),
      ("\"%s\", __print_array(__get_dynamic_array(list), REC->count, 1)", "10 11"),
      ("\"%.*s|\", REC->count, REC->comm", "co|"),
      ("\"%pS\", REC->function", "start+0x10"),
      ("\"%s\", __print_symbolic(REC->index, { 1, \"one\" }, { 2, \"two\" })", "one"),
    ])
  func followed(print: String, expected: String) {
    #expect(Self.text(print, symbols: Self.symbols) == expected)
  }

  @Test(
    "Numbers of a sample that lead out of it are not followed",
    arguments: [
      "\"%x\", REC->bytes[REC->index]",
      "\"%s\", __print_hex(REC->bytes, REC->index)",
      "\"%s\", __print_array(__get_dynamic_array(list), REC->index, 8)",
      "\"%*d\", REC->index, REC->count", "\"%99999999d\", REC->count",
    ])
  func notFollowed(print: String) {
    let raw = Self.raw(index: 0x7fff_ffff)
    let expected = Self.plain.replacing("index=1", with: "index=2147483647")
    #expect(Self.text(print, raw) == expected)
  }

  @Test("A divisor of zero is not followed", arguments: ["/", "%"])
  func zero(operation: String) {
    let text = Self.text("\"%d\", REC->count \(operation) REC->index", Self.raw(index: 0))
    #expect(text == Self.plain.replacing("index=1", with: "index=0"))
  }

  @Test("Deep nesting, long chains and divisions of constants are not handed over")
  func nesting() {
    for print in [
      "\"%d\", " + String(repeating: "(", count: 100_000),
      "\"%d\", " + String(repeating: "!", count: 100_000) + "REC->count",
      "\"%d\", " + String(repeating: "1+", count: 100_000) + "REC->count",
      "\"%s\", __print_flags(REC->count, \"|\", { 1 / 0, \"A\" })",
    ] {
      #expect(Self.text(print)?.hasPrefix("[FAILED TO PARSE] count=") == true)
    }
  }

  @Test("A print format that cannot be read leads to the fields, as in perf")
  func failed() {
    let text = Self.text("\"%d\", )(")
    #expect(text?.contains("count=") == true)
    #expect(text?.contains("comm=comm") == true)
  }

  @Test("A sample cut at any length is printed from what is there")
  func truncation() {
    let raw = Self.raw()
    for count in 0..<raw.count {
      let text = Self.text("\"%d %s\", REC->count, __get_str(name)", Array(raw[..<count]))
      // Only the last three bytes, of the list, are missing in the longest ones.
      #expect(text?.contains("count=2") == (count >= 12), "\(count)")
    }
  }

  @Test("A sample of another tracepoint is printed as fields")
  func otherType() {
    var raw = Self.raw()
    raw[0] = 8
    #expect(Self.text("\"%d\", REC->count", raw) == Self.plain)
  }

  @Test("Nothing is printed for an unknown number")
  func unknown() {
    var printer = TracepointPrinter(Self.data("\"x\""))
    #expect(printer.string(id: 8, raw: Self.raw().span.bytes) == nil)
  }

  @Test("Symbols and texts of the recording itself are used")
  func tables() {
    let data = Self.data(
      "\"%ps %s\", REC->function, REC->function",
      tables: [
        "ffffffff81000000 t own\nffffffff82000000 t end\n", "0xffffffff81000010 : \"told\\n\"\n",
      ])
    var printer = TracepointPrinter(data)
    #expect(printer.string(id: 7, raw: Self.raw().span.bytes) == "own told")
  }

  @Test("No change of a byte of the format makes the printer trap")
  func mutations() {
    let print =
      "\"%d %s %x %.*s\", REC->count, __get_str(name), REC->bytes[REC->index], "
      + "REC->count, __print_flags(REC->index, \"|\", { 1, \"A\" }, { 2 << 1, \"B\" })"
    let raw = Self.raw()
    var source = Array(print.utf8)
    for index in source.indices {
      for value in "0\"(,%*[/{".utf8 {
        let before = source[index]
        source[index] = value
        #expect(Self.text(String(decoding: source, as: UTF8.self), raw) != nil)
        source[index] = before
      }
    }
  }
}
