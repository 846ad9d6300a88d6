/// A design of CPU cores, with the spelling of its tables in every source.
///
/// Events are encoded per microarchitecture: the same name can have another code on
/// the next, and the same code another name in the next tool. A hybrid machine has
/// several, one per kind of core.
public struct Microarchitecture: Hashable, Sendable {
  /// The name in lower case, such as `skylake`, `zen3` or `neoverse-n1`.
  ///
  /// It is the kernel's name without the vendor. The kinds of cores of a hybrid
  /// machine end in `-p`, `-e` and `-lp`, such as `alderlake-p`.
  public let name: String
  /// The name for people, such as `Intel Skylake`.
  public let title: String
  /// Who designed the instruction set or the core, such as `Intel` or `Arm`.
  public let vendor: String
  /// Other names, such as those of chips with the same cores, in lower case.
  public let otherNames: [String]
  /// The CPUs that have these cores.
  public let cpus: [CPUModelSet]
  /// The PMU of the cores, as it is on machines with these cores.
  public let unit: PMUUnit
  /// The names of the tables that describe the cores, per source.
  public let tables: MicroarchitectureTables
  /// The name of the encodings that the kernel gives to its generic events.
  let generic: String
  /// The layout of the words.
  let layout: CoreLayout
}

extension Microarchitecture: CustomStringConvertible {
  /// The microarchitecture's name.
  public var description: String { name }
}

extension Microarchitecture: Comparable {
  /// Compares the names.
  ///
  /// - Parameters:
  ///   - left: A microarchitecture.
  ///   - right: Another one.
  /// - Returns: Whether the left one's name comes first.
  public static func < (left: Microarchitecture, right: Microarchitecture) -> Bool {
    left.name < right.name
  }
}
