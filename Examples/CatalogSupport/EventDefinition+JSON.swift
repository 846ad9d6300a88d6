public import CommandLineSupport
public import EventCatalog

extension JSONWriter {
  /// Writes an event as one object whose members are always the same.
  ///
  /// The article "Listing Events" describes them.
  public mutating func value(_ definition: EventDefinition) {
    beginObject()
    member("name", definition.name)
    member("source", definition.provenance.source.rawValue)
    member("version", definition.provenance.version)
    member("location", definition.provenance.location)
    member("unit", definition.unit.name)
    member("base_name", definition.baseName)
    member("other_names", definition.otherNames)
    member("terms", definition.terms)
    key("words")
    if let words = definition.words { value(words) } else { null() }
    member("brief", definition.brief)
    member("details", definition.details)
    member("topic", definition.topic)
    member("scale", definition.scale)
    member("count_unit", definition.countUnit)
    key("period")
    if let period = definition.period { value(period) } else { null() }
    member("precision", definition.precision.word)
    key("retirement_latency")
    if let latency = definition.retirementLatency { value(latency) } else { null() }
    member("traits", definition.traits.words)
    key("constraints")
    value(definition.constraints)
    endObject()
  }

  /// Writes the words of an encoding as hexadecimal texts.
  public mutating func value(_ words: EventWords) {
    beginObject()
    let all: [(String, UInt64)] = [
      ("config", words.config), ("config1", words.config1), ("config2", words.config2),
      ("config3", words.config3), ("config4", words.config4),
    ]
    for (name, word) in all {
      key(name)
      value(hexadecimal: word)
    }
    endObject()
  }

  /// Writes what limits the counters of an event.
  public mutating func value(_ constraints: CounterConstraints) {
    beginObject()
    member("programmable", constraints.programmable)
    member("programmable_without_smt", constraints.programmableWithoutSMT)
    member("fixed", constraints.fixed)
    member("precise", constraints.precise)
    member("without_skid", constraints.withoutSkid)
    member("classes", constraints.classes)
    key("extra_register")
    if let register = constraints.extraRegister {
      beginObject()
      member("addresses", register.addresses.map { "0x\(String($0, radix: 16))" })
      key("value")
      value(hexadecimal: register.value)
      endObject()
    } else {
      null()
    }
    key("alternatives")
    array { (writer) throws(Never) in
      for alternative in constraints.alternatives { writer.value(alternative) }
    }
    member("taken_alone", constraints.isTakenAlone)
    member("filter", constraints.filter)
    key("filters")
    array { (writer) throws(Never) in
      for filter in constraints.filters { writer.value(filter) }
    }
    member("errata", constraints.errata)
    member("remark", constraints.remark)
    endObject()
  }

  private mutating func value(_ alternative: AlternativeCode) {
    beginObject()
    key("event")
    value(hexadecimal: alternative.event)
    key("umask")
    value(hexadecimal: alternative.unitMask)
    key("register")
    value(hexadecimal: UInt64(alternative.register))
    member("counters", alternative.counters)
    endObject()
  }

  private mutating func value(_ filter: CounterFilter) {
    beginObject()
    member("name", filter.name)
    key("bits")
    if let bits = filter.bits {
      array { (writer) throws(Never) in
        writer.value(Int(bits.lowerBound))
        writer.value(Int(bits.upperBound))
      }
    } else {
      null()
    }
    key("value")
    if let number = filter.value { value(hexadecimal: number) } else { null() }
    endObject()
  }

  /// Writes a latency in cycles.
  private mutating func value(_ latency: RetirementLatency) {
    beginObject()
    member("mean", latency.mean)
    key("minimum")
    if let minimum = latency.minimum { value(minimum) } else { null() }
    key("maximum")
    if let maximum = latency.maximum { value(maximum) } else { null() }
    endObject()
  }

  /// Writes a member that is a list of texts.
  public mutating func member(_ name: String, _ texts: [String]) {
    key(name)
    array { (writer) throws(Never) in for text in texts { writer.value(text) } }
  }

  private mutating func member(_ name: String, _ set: CounterSet?) {
    key(name)
    guard let set else { return null() }
    array { (writer) throws(Never) in for counter in set.counters { writer.value(counter) } }
  }
}
