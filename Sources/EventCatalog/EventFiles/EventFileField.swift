/// A field of the records in event files, of the vendor's and of the kernel's form.
///
/// Other fields are passed over.
enum EventFileField: UInt8, CaseIterable {
  case eventCode
  case unitMask
  case unitMaskExtension
  case unitMask2
  case eventName
  case briefDescription
  case publicDescription
  case counter
  case counterWithoutSMT
  case preciseCounters
  case sampleAfterValue
  case registerIndex
  case registerValue
  case counterMask
  case invert
  case anyThread
  case edgeDetect
  case equal
  case precision
  case precise
  case preciseRecord
  case preciseDistribution
  case preciseDistributionOfOld
  case preciseStore
  case takenAlone
  case errata
  case deprecated
  case experimental
  case speculative
  case dataAddress
  case unit
  case counterType
  case programmingRestriction
  case portMask
  case flowClassMask
  case filter
  case filterValue
  case eventSelectExtension
  case perPackage
  case scaleUnit
  case configCode
  case eventIdentifierCode
  case legacyConfigCode
  case legacyCacheCode
  case nodeType
  case allCores
  case allSlices
  case slice
  case threadMask
  case readWriteMask
  case latencyMean
  case latencyMinimum
  case latencyMaximum
  case compatible
  case standardEvent
  case metricName
  case metricExpression
  case metricGroup
  case metricThreshold
  case metricConstraint
  case defaultGroup
  case ungroupedGroups
  case defaultShowEvents
  case legacyName
  case level
  case parentCategory
  case events
  case constants
  case formula
  case threshold
  case thresholdMetrics
  case thresholdIssues
  case countDomain
  case locateWith
  case resolutionLevels
  case category
  case unitOfMeasure
  case name
  case alias
  case value
  case description
  case matrixRequest
  case matrixResponse
  case matrixValue
  case matrixRegister
  case matrixDescription
  case bitName
  case bitIndex
  case operationsPerCount
  case minimum
  case maximum
  case mean
  case fixedCounters
  case programmableCounters
}

extension EventFileField {
  /// The name in the files.
  var key: String {
    switch self {
    case .eventCode: "EventCode"
    case .unitMask: "UMask"
    case .unitMaskExtension: "UMaskExt"
    case .unitMask2: "UMask2"
    case .eventName: "EventName"
    case .briefDescription: "BriefDescription"
    case .publicDescription: "PublicDescription"
    case .counter: "Counter"
    case .counterWithoutSMT: "CounterHTOff"
    case .preciseCounters: "PEBScounters"
    case .sampleAfterValue: "SampleAfterValue"
    case .registerIndex: "MSRIndex"
    case .registerValue: "MSRValue"
    case .counterMask: "CounterMask"
    case .invert: "Invert"
    case .anyThread: "AnyThread"
    case .edgeDetect: "EdgeDetect"
    case .equal: "Equal"
    case .precision: "PEBS"
    case .precise: "Precise"
    case .preciseRecord: "CollectPEBSRecord"
    case .preciseDistribution: "PDISTCounter"
    case .preciseDistributionOfOld: "PDIR_COUNTER"
    case .preciseStore: "PRECISE_STORE"
    case .takenAlone: "TakenAlone"
    case .errata: "Errata"
    case .deprecated: "Deprecated"
    case .experimental: "Experimental"
    case .speculative: "Speculative"
    case .dataAddress: "Data_LA"
    case .unit: "Unit"
    case .counterType: "CounterType"
    case .programmingRestriction: "ProgrammingRestriction"
    case .portMask: "PortMask"
    case .flowClassMask: "FCMask"
    case .filter: "Filter"
    case .filterValue: "FILTER_VALUE"
    case .eventSelectExtension: "ExtSel"
    case .perPackage: "PerPkg"
    case .scaleUnit: "ScaleUnit"
    case .configCode: "ConfigCode"
    case .eventIdentifierCode: "EventidCode"
    case .legacyConfigCode: "LegacyConfigCode"
    case .legacyCacheCode: "LegacyCacheCode"
    case .nodeType: "NodeType"
    case .allCores: "EnAllCores"
    case .allSlices: "EnAllSlices"
    case .slice: "SliceId"
    case .threadMask: "ThreadMask"
    case .readWriteMask: "RdWrMask"
    case .latencyMean: "RetirementLatencyMean"
    case .latencyMinimum: "RetirementLatencyMin"
    case .latencyMaximum: "RetirementLatencyMax"
    case .compatible: "Compat"
    case .standardEvent: "ArchStdEvent"
    case .metricName: "MetricName"
    case .metricExpression: "MetricExpr"
    case .metricGroup: "MetricGroup"
    case .metricThreshold: "MetricThreshold"
    case .metricConstraint: "MetricConstraint"
    case .defaultGroup: "DefaultMetricgroupName"
    case .ungroupedGroups: "MetricgroupNoGroup"
    case .defaultShowEvents: "DefaultShowEvents"
    case .legacyName: "LegacyName"
    case .level: "Level"
    case .parentCategory: "ParentCategory"
    case .events: "Events"
    case .constants: "Constants"
    case .formula: "Formula"
    case .threshold: "Threshold"
    case .thresholdMetrics: "ThresholdMetrics"
    case .thresholdIssues: "ThresholdIssues"
    case .countDomain: "CountDomain"
    case .locateWith: "LocateWith"
    case .resolutionLevels: "ResolutionLevels"
    case .category: "Category"
    case .unitOfMeasure: "UnitOfMeasure"
    case .name: "Name"
    case .alias: "Alias"
    case .value: "Value"
    case .description: "Description"
    case .matrixRequest: "MATRIX_REQUEST"
    case .matrixResponse: "MATRIX_RESPONSE"
    case .matrixValue: "MATRIX_VALUE"
    case .matrixRegister: "MATRIX_REGISTER"
    case .matrixDescription: "DESCRIPTION"
    case .bitName: "BitName"
    case .bitIndex: "BitIndex"
    case .operationsPerCount: "FlopsMultiplier"
    case .minimum: "MIN"
    case .maximum: "MAX"
    case .mean: "MEAN"
    case .fixedCounters: "CountersNumFixed"
    case .programmableCounters: "CountersNumGeneric"
    }
  }
}
