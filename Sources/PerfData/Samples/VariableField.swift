internal import PerfEvent

/// The fields of a sample that stand behind those of fixed size, in their order.
@frozen
@usableFromInline
enum VariableField: Int, CaseIterable {
  case read
  case callchain
  case raw
  case branchStack
  case userRegisters
  case userStack
  case weight
  case dataSource
  case transaction
  case interruptRegisters
  case physicalAddress
  case cgroup
  case dataPageSize
  case codePageSize
  case aux

  /// The bits of an event's sample fields that ask for the field.
  var sampleFields: SampleFields {
    switch self {
    case .read: .read
    case .callchain: .callchain
    case .raw: .raw
    case .branchStack: .branchStack
    case .userRegisters: .userRegisters
    case .userStack: .userStack
    case .weight: [.weight, .weightStructure]
    case .dataSource: .dataSource
    case .transaction: .transaction
    case .interruptRegisters: .interruptRegisters
    case .physicalAddress: .physicalAddress
    case .cgroup: .cgroup
    case .dataPageSize: .dataPageSize
    case .codePageSize: .codePageSize
    case .aux: .aux
    }
  }
}
