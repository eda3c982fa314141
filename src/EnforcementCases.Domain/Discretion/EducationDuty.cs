using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Discretion;

/// <summary>Form in which a party was educated (教育形式).</summary>
public enum EducationForm
{
    /// <summary>当面批评教育.</summary>
    FaceToFace,

    /// <summary>书面告诫、提示.</summary>
    WrittenNotice,

    /// <summary>签署守法承诺书.</summary>
    SignedCommitment,

    /// <summary>法律法规学习.</summary>
    LegalLesson,

    /// <summary>社区服务.</summary>
    CommunityService,
}

/// <summary>Educating a party that gets no penalty (教育). The case stays open until it is recorded. 行政处罚法 第三十三条第三款.</summary>
public static class EducationDuty
{
    /// <summary>The party did not sign, and no reason is given.</summary>
    public static readonly DomainError SignatureUnexplained = new(
        "education.signature-unexplained",
        "APL-33-3",
        ErrorKind.RuleBroken,
        "当事人没有签名的，应当注明情况",
        PenaltyLaw.At("第三十三条第三款")
    );
}
