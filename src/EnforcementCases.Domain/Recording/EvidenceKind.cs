namespace EnforcementCases.Domain.Recording;

/// <summary>The eight kinds of evidence (证据种类). 行政处罚法 第四十六条.</summary>
public enum EvidenceKind
{
    /// <summary>书证.</summary>
    [Term("书证")]
    DocumentaryEvidence,

    /// <summary>物证.</summary>
    [Term("物证")]
    PhysicalEvidence,

    /// <summary>视听资料.</summary>
    [Term("视听资料")]
    AudioVisualMaterial,

    /// <summary>电子数据.</summary>
    [Term("电子数据")]
    ElectronicData,

    /// <summary>证人证言.</summary>
    [Term("证人证言")]
    WitnessTestimony,

    /// <summary>当事人的陈述.</summary>
    [Term("当事人的陈述")]
    PartyStatement,

    /// <summary>鉴定意见.</summary>
    [Term("鉴定意见")]
    ExpertOpinion,

    /// <summary>勘验笔录、现场笔录.</summary>
    [Term("勘验笔录、现场笔录")]
    SceneRecord,
}

/// <summary>What the kinds of evidence have in common.</summary>
internal static class EvidenceKinds
{
    /// <summary>Whether it was recorded by a device: a camera records before anybody discovers what it shows. 行政处罚法 第四十一条.</summary>
    public static bool IsRecording(this EvidenceKind kind) => kind is EvidenceKind.AudioVisualMaterial or EvidenceKind.ElectronicData;
}
