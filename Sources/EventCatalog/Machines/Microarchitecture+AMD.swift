extension Microarchitecture {
  /// AMD's cores, and those that were made after them.
  static let amd: [MicroarchitectureText] = [
    MicroarchitectureText(vendor: "AMD", layout: .amd, text: amdRows)
  ]

  private static let amdRows: String = """
    k7 "AMD K7" cpu=AuthenticAMD-6-0..FF pfm=amd64_k7 oprofile=i386/athlon generic=amd
      also=athlon
    k8 "AMD K8" cpu=AuthenticAMD-15-0..FF
      pfm=amd64_k8_revb,amd64_k8_revc,amd64_k8_revd,amd64_k8_reve,amd64_k8_revf,amd64_k8_revg
      oprofile=x86-64/hammer likwid=k8 generic=amd also=family0fh,hammer
    family10h "AMD family 10h" cpu=AuthenticAMD-16-0..FF
      pfm=amd64_fam10h_barcelona,amd64_fam10h_shanghai,amd64_fam10h_istanbul
      oprofile=x86-64/family10 likwid=k10 generic=amd also=k10,barcelona,shanghai,istanbul
    family11h "AMD family 11h" cpu=AuthenticAMD-17-0..FF pfm=amd64_fam11h_turion
      oprofile=x86-64/family11h generic=amd also=turion
    family12h "AMD family 12h" cpu=AuthenticAMD-18-0..FF pfm=amd64_fam12h_llano
      oprofile=x86-64/family12h generic=amd also=llano
    family14h "AMD family 14h" cpu=AuthenticAMD-20-0..FF pfm=amd64_fam14h_bobcat
      oprofile=x86-64/family14h generic=amd also=bobcat
    family15h "AMD family 15h" cpu=AuthenticAMD-21-0..FF pfm=amd64_fam15h_interlagos
      oprofile=x86-64/family15h likwid=interlagos generic=amd
      also=bulldozer,piledriver,steamroller,excavator
    family16h "AMD family 16h" cpu=AuthenticAMD-22-0..FF pfm=amd64_fam16h
      oprofile=x86-64/generic likwid=kabini generic=amd also=jaguar,puma
    zen1 "AMD Zen and Zen+" cpu=AuthenticAMD-23-0..2F,HygonGenuine-24-0..FF kernel=x86/amdzen1
      pfm=amd64_fam17h_zen1,amd64_fam17h oprofile=x86-64/generic likwid=zen generic=zen1
      also=znver1,zen+,dhyana
    zen2 "AMD Zen 2" cpu=AuthenticAMD-23-30..FF kernel=x86/amdzen2 pfm=amd64_fam17h_zen2
      oprofile=x86-64/generic likwid=zen2 generic=zen2 also=znver2
    zen3 "AMD Zen 3" cpu=AuthenticAMD-25-0..F/20..5F kernel=x86/amdzen3 pfm=amd64_fam19h_zen3
      oprofile=x86-64/generic likwid=zen3 generic=zen2 also=znver3
    zen4 "AMD Zen 4" cpu=AuthenticAMD-25-10..1F/60..FF kernel=x86/amdzen4
      pfm=amd64_fam19h_zen4 oprofile=x86-64/generic likwid=zen4,zen4c generic=zen4 also=znver4
    zen5 "AMD Zen 5" cpu=AuthenticAMD-26-0..2F/40..4F/60..7F kernel=x86/amdzen5
      pfm=amd64_fam1ah_zen5 oprofile=x86-64/generic likwid=zen5 generic=zen4 also=znver5
    zen6 "AMD Zen 6" cpu=AuthenticAMD-26-30..3F/50..5F/80..FF kernel=x86/amdzen6
      oprofile=x86-64/generic likwid=zen6 generic=zen4 also=znver6
    """
}
