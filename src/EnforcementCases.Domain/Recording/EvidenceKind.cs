namespace EnforcementCases.Domain.Recording;

/// <summary>The eight kinds of evidence (证据种类). 行政处罚法 第四十六条.</summary>
public enum EvidenceKind
{
    /// <summary>书证.</summary>
    DocumentaryEvidence,

    /// <summary>物证.</summary>
    PhysicalEvidence,

    /// <summary>视听资料.</summary>
    AudioVisualMaterial,

    /// <summary>电子数据.</summary>
    ElectronicData,

    /// <summary>证人证言.</summary>
    WitnessTestimony,

    /// <summary>当事人的陈述.</summary>
    PartyStatement,

    /// <summary>鉴定意见.</summary>
    ExpertOpinion,

    /// <summary>勘验笔录、现场笔录.</summary>
    SceneRecord,
}

/// <summary>Texts for documents.</summary>
public static class EvidenceKinds
{
    /// <summary>The kind as printed.</summary>
    public static string Name(this EvidenceKind kind) =>
        kind switch
        {
            EvidenceKind.DocumentaryEvidence => "书证",
            EvidenceKind.PhysicalEvidence => "物证",
            EvidenceKind.AudioVisualMaterial => "视听资料",
            EvidenceKind.ElectronicData => "电子数据",
            EvidenceKind.WitnessTestimony => "证人证言",
            EvidenceKind.PartyStatement => "当事人的陈述",
            EvidenceKind.ExpertOpinion => "鉴定意见",
            EvidenceKind.SceneRecord => "勘验笔录、现场笔录",
        };
}
