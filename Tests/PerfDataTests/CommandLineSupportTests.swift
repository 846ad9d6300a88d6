import CommandLineSupport
import Foundation
import Testing

@Suite("Arguments, JSON, CSV and tables of the examples")
struct CommandLineSupportTests {
  private func declaration(
    _ operands: CommandDeclaration.OperandPlacement
  ) -> CommandDeclaration {
    CommandDeclaration(
      name: "tool", usage: ["[-r N] FILE"], summary: "Does things.",
      options: [
        .value("repeat", letter: "r", valueName: "N", summary: "Repeats."),
        .flag("all", letter: "a", summary: "All."),
        .flag("json", summary: "JSON."),
      ], operands: operands)
  }

  @Test(
    "An option's value may stand in any usual place",
    arguments: [["-r5"], ["-r", "5"], ["--repeat=5"], ["--repeat", "5"], ["-ar5"], ["-ar", "5"]])
  func values(arguments: [String]) throws {
    let parsed = try declaration(.mixed).parse(arguments + ["x"])
    #expect(try parsed.number("repeat", in: 1...9) == 5)
    #expect(parsed.operands == ["x"])
    #expect(parsed.has("all") == (arguments[0].hasPrefix("-ar")))
  }

  @Test("Operands end the options where that is declared, and after two dashes")
  func operands() throws {
    let mixed = try declaration(.mixed).parse(["x", "-a", "--", "-r", "-"])
    #expect(mixed.has("all") && mixed.operands == ["x", "-r", "-"])
    let last = try declaration(.last).parse(["-a", "ls", "-l", "--", "--json"])
    #expect(last.operands == ["ls", "-l", "--", "--json"] && !last.has("json"))
    let dashes = try declaration(.last).parse(["-r", "2", "--", "ls", "-l"])
    #expect(dashes.operands == ["ls", "-l"])
    #expect(try declaration(.mixed).parse(["-"]).operands == ["-"])
  }

  @Test(
    "Wrong options are refused",
    arguments: [["--no"], ["-x"], ["--all=1"], ["-r"], ["--repeat"], ["-ax"]])
  func refused(arguments: [String]) {
    #expect(throws: UsageError.self) { _ = try declaration(.mixed).parse(arguments) }
  }

  @Test("Numbers outside of their range and options that exclude each other are refused")
  func checked() throws {
    for text in ["0", "10", "x", "", "1.5", "99999999999999999999"] {
      let parsed = try declaration(.mixed).parse(["--repeat=\(text)"])
      #expect(throws: UsageError.self) { _ = try parsed.number("repeat", in: 1...9) }
    }
    let both = try declaration(.mixed).parse(["--all", "--json"])
    #expect(throws: UsageError.self) { _ = try both.exclusive(["all", "json"]) }
    #expect(try both.exclusive(["json", "repeat"]) == "json")
    #expect(try declaration(.mixed).parse(["-r1", "-r2"]).values("repeat") == ["1", "2"])
  }

  @Test("JSON keeps every text")
  func json() throws {
    let texts = ["", "a\"b\\c", "line\nfeed\ttab\u{0}\u{1f}\u{7f}", "é漢🎉", "\r\n"]
    var writer = JSONWriter()
    writer.beginObject()
    for (index, text) in texts.enumerated() { writer.member("\(index)\"", text) }
    writer.member("big", UInt64.max)
    writer.member("nan", Double.nan)
    writer.key("list")
    writer.beginArray()
    writer.value(1)
    writer.breakLine()
    writer.value(true)
    writer.breakLine()
    writer.endArray()
    writer.endObject()
    let object = try JSONSerialization.jsonObject(with: Data(writer.take()))
    let members = try #require(object as? [String: Any])
    for (index, text) in texts.enumerated() { #expect(members["\(index)\""] as? String == text) }
    #expect(members["big"] as? UInt64 == .max)
    #expect(members["nan"] is NSNull)
    #expect((members["list"] as? [Any])?.count == 2)
  }

  @Test("CSV quotes what needs quotes; tables align")
  func text() {
    #expect(CSV.line(["a", "b,c", "d\"e", "f\r\ng", ""]) == "a,\"b,c\",\"d\"\"e\",\"f\r\ng\",\n")
    var table = TextTable(columns: [.left, .right])
    table.append(["name", "1"])
    table.append(["x", "1000", "note"])
    #expect(table.text == "name     1\nx     1000  note\n")
  }
}
