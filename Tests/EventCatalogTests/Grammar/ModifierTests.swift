import EventCatalog
import PerfEvent
import Testing

@Suite("Modifiers")
struct ModifierTests {
  static let all: EventFlags = [.excludeUser, .excludeKernel, .excludeHypervisor]

  @Test(
    arguments: [
      ("", EventFlags.excludeGuest),
      ("u", [.excludeKernel, .excludeHypervisor, .excludeGuest]),
      ("k", [.excludeUser, .excludeHypervisor]),
      ("h", [.excludeUser, .excludeKernel]),
      ("uk", [.excludeHypervisor, .excludeGuest]),
      ("ukh", .excludeGuest),
      ("G", .excludeHost),
      ("H", .excludeGuest),
      ("GH", []),
      ("I", .excludeIdle),
      ("D", .pinned),
      ("e", .exclusive),
      ("kDe", [.excludeUser, .excludeHypervisor, .pinned, .exclusive]),
    ] as [(String, EventFlags)])
  func `each sets its flags`(letters: String, flags: EventFlags) throws {
    #expect(try event("cycles:\(letters)").attributes.flags == flags)
    #expect(try event("cycles//\(letters)").attributes.flags == flags)
  }

  @Test func `precision`() throws {
    #expect(try event("cycles:p").attributes.precision == 1)
    #expect(try event("cycles:ppp").attributes.precision == 3)
    #expect(try event("{cycles:p}:pp").attributes.precision == 3)
    #expect(try event("cycles:P").attributes.precision == 0)
    #expect(try event("cycles:P", on: Machine.intel()).attributes.precision == 3)
    #expect(try event("cycles:P").requests == .highestPrecision)
    #expect(problem(of: "cycles:pppp")?.problem == .repeatedModifier("p"))
    #expect(problem(of: "{cycles:pp}:pp")?.problem == .repeatedModifier("p"))
  }

  @Test func `requests to the opener`() throws {
    #expect(try event("cs:S").requests == .groupRead)
    #expect(try event("cs:b").requests == .sharedThroughBPF)
    #expect(try event("{cs}:W").requests == .weakGroup)
    #expect(try event("{cs:W}").requests == .weakGroup)
    #expect(problem(of: "cs:W")?.problem == .modifierOfGroups("W"))
    #expect(problem(of: "cs:uW")?.position == 4)
  }

  @Test func `those of a group come after those of its members`() throws {
    let found: [Event] = try events("{cs:u,faults}:k")
    #expect(found[0].attributes.flags == [.excludeHypervisor, .excludeGuest])
    #expect(found[1].attributes.flags == [.excludeUser, .excludeHypervisor, .excludeGuest])
    #expect(found.map(\.name) == ["cs:u", "faults"])
  }

  @Test func `only the leader of a group is pinned or exclusive`() throws {
    let found: [Event] = try events("{cs,faults}:De")
    #expect(found[0].attributes.flags.isSuperset(of: [.pinned, .exclusive]))
    #expect(found[1].attributes.flags.isDisjoint(with: [.pinned, .exclusive]))
  }

  @Test(arguments: Array("acdfgijlmnoqrstvwxyzABCEFJKLMNOQTUVYZ"))
  func `other letters are refused`(letter: Character) {
    #expect(problem(of: "cs:\(letter)")?.problem == .unknownModifier(String(letter)))
    #expect(problem(of: "cs//u\(letter)")?.position == 5)
  }

  @Test(arguments: Array("ukhGHIPSDebRX"))
  func `a letter that stands twice is refused`(letter: Character) {
    let error: EventNameError? = problem(of: "cs:\(letter)\(letter)")
    #expect(error?.problem == .repeatedModifier(String(letter)))
    #expect(error?.position == 4)
  }
}
