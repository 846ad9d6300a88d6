extension Microarchitecture {
  /// Intel's cores, those of one machine next to each other.
  static let intel: [MicroarchitectureText] =
    [intelCore, intelHybrid, intelAtom, intelEarly].map {
      MicroarchitectureText(vendor: "Intel", layout: .intel, text: $0)
    }

  private static let intelCore: String = """
    core2 "Intel Core 2" cpu=GenuineIntel-6-F/16/17/1D pfm=core oprofile=i386/core_2
      likwid=core2 generic=core2 also=merom,penryn,dunnington
    nehalemep "Intel Nehalem" cpu=GenuineIntel-6-1A/1E/1F kernel=x86/nehalemep perfmon=NHM-EP
      pfm=nhm oprofile=i386/nehalem,i386/core_i7 likwid=nehalem generic=nehalem also=nehalem
    nehalemex "Intel Nehalem EX" cpu=GenuineIntel-6-2E kernel=x86/nehalemex perfmon=NHM-EX
      pfm=nhm_ex oprofile=i386/nehalem likwid=nehalemEX generic=nehalem
    westmereep-sp "Intel Westmere" cpu=GenuineIntel-6-25 kernel=x86/westmereep-sp
      perfmon=WSM-EP-SP pfm=wsm oprofile=i386/westmere likwid=westmere generic=westmere
      also=westmere
    westmereep-dp "Intel Westmere DP" cpu=GenuineIntel-6-2C kernel=x86/westmereep-dp
      perfmon=WSM-EP-DP pfm=wsm_dp oprofile=i386/westmere likwid=westmere generic=westmere
    westmereex "Intel Westmere EX" cpu=GenuineIntel-6-2F kernel=x86/westmereex perfmon=WSM-EX
      pfm=wsm_dp oprofile=i386/westmere likwid=westmereEX generic=westmere
    sandybridge "Intel Sandy Bridge" cpu=GenuineIntel-6-2A kernel=x86/sandybridge perfmon=SNB
      pfm=snb oprofile=i386/sandybridge likwid=sandybridge generic=sandybridge
    jaketown "Intel Sandy Bridge EP" cpu=GenuineIntel-6-2D kernel=x86/jaketown perfmon=JKT
      pfm=snb_ep oprofile=i386/sandybridge likwid=sandybridgeEP generic=sandybridge
      also=sandybridge-ep
    ivybridge "Intel Ivy Bridge" cpu=GenuineIntel-6-3A kernel=x86/ivybridge perfmon=IVB
      pfm=ivb oprofile=i386/ivybridge likwid=ivybridge generic=ivybridge
    ivytown "Intel Ivy Bridge EP" cpu=GenuineIntel-6-3E kernel=x86/ivytown perfmon=IVT
      pfm=ivb_ep oprofile=i386/ivybridge likwid=ivybridgeEP generic=ivybridge
      also=ivybridge-ep
    haswell "Intel Haswell" cpu=GenuineIntel-6-3C/45/46 kernel=x86/haswell perfmon=HSW
      pfm=hsw oprofile=i386/haswell likwid=haswell generic=haswell
    haswellx "Intel Haswell EP" cpu=GenuineIntel-6-3F kernel=x86/haswellx perfmon=HSX
      pfm=hsw_ep oprofile=i386/haswell likwid=haswellEP generic=haswell also=haswell-ep
    broadwell "Intel Broadwell" cpu=GenuineIntel-6-3D/47 kernel=x86/broadwell perfmon=BDW
      pfm=bdw oprofile=i386/broadwell likwid=broadwell generic=broadwell
    broadwellde "Intel Broadwell DE" cpu=GenuineIntel-6-56 kernel=x86/broadwellde
      perfmon=BDW-DE pfm=bdw_ep oprofile=i386/broadwell likwid=broadwelld,broadwellD
      generic=broadwell
    broadwellx "Intel Broadwell EP" cpu=GenuineIntel-6-4F kernel=x86/broadwellx perfmon=BDX
      pfm=bdw_ep oprofile=i386/broadwell likwid=broadwellEP generic=broadwell
      also=broadwell-ep
    skylake "Intel Skylake, Kaby Lake, Coffee Lake, Comet Lake"
      cpu=GenuineIntel-6-4E/5E/8E/9E/A5/A6 kernel=x86/skylake perfmon=SKL pfm=skl papi=kbl
      oprofile=i386/skylake likwid=skylake generic=skylake
      also=kabylake,coffeelake,cometlake,whiskeylake,amberlake
    skylakex "Intel Skylake SP" cpu=GenuineIntel-6-55-0..4 kernel=x86/skylakex perfmon=SKX
      pfm=skx oprofile=i386/skylake likwid=skylakeX generic=skylake also=skylake-sp
    cascadelakex "Intel Cascade Lake, Cooper Lake" cpu=GenuineIntel-6-55-5..F
      kernel=x86/cascadelakex perfmon=CLX pfm=clx oprofile=i386/skylake
      likwid=cascadelakeX,CLX generic=skylake also=cascadelake,cooperlake
    icelake "Intel Ice Lake" cpu=GenuineIntel-6-7D/7E kernel=x86/icelake perfmon=ICL pfm=icl
      oprofile=i386/arch_perfmon likwid=icelake,ICL generic=icelake also=sunnycove
    icelakex "Intel Ice Lake SP" cpu=GenuineIntel-6-6A/6C kernel=x86/icelakex perfmon=ICX pfm=icx
      oprofile=i386/arch_perfmon likwid=icelakeX,ICX generic=icelake also=icelake-sp
    tigerlake "Intel Tiger Lake" cpu=GenuineIntel-6-8C/8D kernel=x86/tigerlake perfmon=TGL pfm=icl
      oprofile=i386/arch_perfmon likwid=tigerlake,TGL generic=icelake also=willowcove
    rocketlake "Intel Rocket Lake" cpu=GenuineIntel-6-A7 kernel=x86/rocketlake perfmon=RKL pfm=icl
      oprofile=i386/arch_perfmon likwid=RKL,icelake,ICL generic=icelake also=cypresscove
    sapphirerapids "Intel Sapphire Rapids" cpu=GenuineIntel-6-8F kernel=x86/sapphirerapids
      perfmon=SPR pfm=spr oprofile=i386/arch_perfmon likwid=sapphirerapids,SPR generic=goldencove
    emeraldrapids "Intel Emerald Rapids" cpu=GenuineIntel-6-CF kernel=x86/emeraldrapids
      perfmon=EMR pfm=emr,spr oprofile=i386/arch_perfmon likwid=emeraldrapids,EMR generic=goldencove
    graniterapids "Intel Granite Rapids" cpu=GenuineIntel-6-AD/AE kernel=x86/graniterapids
      perfmon=GNR pfm=gnr oprofile=i386/arch_perfmon likwid=graniterapids,GNR generic=goldencove
    """

  private static let intelHybrid: String = """
    alderlake-p "Intel Alder Lake and Raptor Lake, Golden Cove" cpu=GenuineIntel-6-97/9A/B7/BA/BF
      unit=cpu_core kernel=x86/alderlake perfmon=ADL/Core,ADL pfm=adl_glc
      oprofile=i386/arch_perfmon generic=goldencove
      also=alderlake,raptorlake,goldencove,raptorcove
    alderlake-e "Intel Alder Lake and Raptor Lake, Gracemont" cpu=GenuineIntel-6-97/9A/B7/BA/BF
      unit=cpu_atom kernel=x86/alderlake perfmon=ADL/Atom,ADL pfm=adl_grt
      oprofile=i386/arch_perfmon generic=gracemont also=alderlake,raptorlake,gracemont
    alderlaken "Intel Alder Lake N, Gracemont" cpu=GenuineIntel-6-BE kernel=x86/alderlaken
      perfmon=ADL/alderlake_gracemont_core,ADL pfm=adl_grt oprofile=i386/arch_perfmon
      generic=gracemont also=alderlake-n,twinlake,gracemont
    meteorlake-p "Intel Meteor Lake, Redwood Cove" cpu=GenuineIntel-6-AA/AC/B5 unit=cpu_core
      kernel=x86/meteorlake perfmon=MTL/Core,MTL oprofile=i386/arch_perfmon generic=goldencove
      also=meteorlake,redwoodcove
    meteorlake-e "Intel Meteor Lake, Crestmont" cpu=GenuineIntel-6-AA/AC/B5 unit=cpu_atom
      kernel=x86/meteorlake perfmon=MTL/Atom,MTL oprofile=i386/arch_perfmon generic=gracemont
      also=meteorlake,crestmont
    lunarlake-p "Intel Lunar Lake, Lion Cove" cpu=GenuineIntel-6-BD unit=cpu_core
      kernel=x86/lunarlake perfmon=LNL/Core,LNL oprofile=i386/arch_perfmon generic=goldencove
      also=lunarlake,lioncove
    lunarlake-e "Intel Lunar Lake, Skymont" cpu=GenuineIntel-6-BD unit=cpu_atom
      kernel=x86/lunarlake perfmon=LNL/Atom,LNL oprofile=i386/arch_perfmon generic=gracemont
      also=lunarlake,skymont
    arrowlake-p "Intel Arrow Lake, Lion Cove" cpu=GenuineIntel-6-C5/C6 unit=cpu_core
      kernel=x86/arrowlake perfmon=ARL/Core,ARL oprofile=i386/arch_perfmon generic=goldencove
      also=arrowlake,lioncove
    arrowlake-e "Intel Arrow Lake, Skymont" cpu=GenuineIntel-6-C5/C6 unit=cpu_atom
      kernel=x86/arrowlake perfmon=ARL/Atom,ARL oprofile=i386/arch_perfmon generic=gracemont
      also=arrowlake,skymont
    arrowlake-lp "Intel Arrow Lake, low power Crestmont" cpu=GenuineIntel-6-C5 unit=cpu_lowpower
      kernel=x86/arrowlake perfmon=ARL/LowPower_Atom,ARL oprofile=i386/arch_perfmon
      generic=gracemont also=arrowlake,crestmont
    pantherlake-p "Intel Panther Lake, Cougar Cove" cpu=GenuineIntel-6-CC/D5/E5 unit=cpu_core
      kernel=x86/pantherlake perfmon=PTL/Core,PTL oprofile=i386/arch_perfmon generic=goldencove
      also=pantherlake,cougarcove
    pantherlake-e "Intel Panther Lake, Darkmont" cpu=GenuineIntel-6-CC/D5/E5 unit=cpu_atom
      kernel=x86/pantherlake perfmon=PTL/Atom,PTL oprofile=i386/arch_perfmon generic=gracemont
      also=pantherlake,darkmont
    novalake-p "Intel Nova Lake, Coyote Cove" cpu=GenuineIntel-18-1/3 unit=cpu_core
      perfmon=NVL/Core,NVL oprofile=i386/arch_perfmon generic=intel also=novalake,coyotecove
    novalake-e "Intel Nova Lake, Arctic Wolf" cpu=GenuineIntel-18-1/3 unit=cpu_atom
      perfmon=NVL/Atom,NVL oprofile=i386/arch_perfmon generic=intel also=novalake,arcticwolf
    """

  private static let intelAtom: String = """
    bonnell "Intel Bonnell and Saltwell" cpu=GenuineIntel-6-1C/26/27/35/36 kernel=x86/bonnell
      perfmon=BNL pfm=atom oprofile=i386/atom likwid=atom generic=bonnell also=saltwell
    silvermont "Intel Silvermont and Airmont" cpu=GenuineIntel-6-37/4A/4C/4D/5A
      kernel=x86/silvermont perfmon=SLM pfm=slm oprofile=i386/silvermont likwid=silvermont
      generic=silvermont also=airmont
    goldmont "Intel Goldmont" cpu=GenuineIntel-6-5C/5F kernel=x86/goldmont perfmon=GLM
      pfm=glm oprofile=i386/goldmont likwid=goldmont generic=goldmont
    goldmontplus "Intel Goldmont Plus" cpu=GenuineIntel-6-7A kernel=x86/goldmontplus
      perfmon=GLP oprofile=i386/goldmontplus likwid=goldmontplus,goldmont
      generic=goldmontplus
    snowridgex "Intel Snow Ridge, Tremont" cpu=GenuineIntel-6-86 kernel=x86/snowridgex perfmon=SNR
      pfm=tmt oprofile=i386/arch_perfmon likwid=goldmontplus,goldmont generic=tremont
      also=tremont,jacobsville
    elkhartlake "Intel Elkhart Lake, Tremont" cpu=GenuineIntel-6-96/9C kernel=x86/elkhartlake
      perfmon=EHL pfm=tmt oprofile=i386/arch_perfmon generic=tremont also=tremont,jasperlake
    sierraforest "Intel Sierra Forest, Crestmont" cpu=GenuineIntel-6-AF kernel=x86/sierraforest
      perfmon=SRF oprofile=i386/arch_perfmon likwid=sierraforrest,SRF generic=gracemont
      also=crestmont
    grandridge "Intel Grand Ridge, Crestmont" cpu=GenuineIntel-6-B6 kernel=x86/grandridge
      perfmon=GRR oprofile=i386/arch_perfmon generic=gracemont also=crestmont
    clearwaterforest "Intel Clearwater Forest, Darkmont" cpu=GenuineIntel-6-DD
      kernel=x86/clearwaterforest perfmon=CWF oprofile=i386/arch_perfmon generic=gracemont
      also=darkmont
    knightslanding "Intel Knights Landing and Knights Mill" cpu=GenuineIntel-6-57/85
      kernel=x86/knightslanding perfmon=KNL pfm=knl,knm oprofile=i386/knightslanding
      likwid=knl generic=knightslanding also=knightsmill
    knightscorner "Intel Knights Corner" cpu=GenuineIntel-11-1 pfm=knc likwid=phi
      generic=none also=xeonphi
    """

  private static let intelEarly: String = """
    p6 "Intel Pentium Pro, II and III" cpu=GenuineIntel-6-1/3/5/6/7/8/A/B pfm=p6,ppro,pii
      oprofile=i386/ppro,i386/pii,i386/piii likwid=p6 generic=none
    pentium-m "Intel Pentium M" cpu=GenuineIntel-6-9/D pfm=pm oprofile=i386/p6_mobile
      likwid=pm,pentiumm generic=none
    yonah "Intel Core Duo" cpu=GenuineIntel-6-E pfm=coreduo oprofile=i386/core generic=none
    netburst "Intel Pentium 4" cpu=GenuineIntel-15-0..6 pfm=netburst,netburst_p
      oprofile=i386/p4,i386/p4-ht generic=none also=p4,pentium4
    """
}
