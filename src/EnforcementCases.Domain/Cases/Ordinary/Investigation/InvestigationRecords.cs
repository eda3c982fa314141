using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Whose words an inquiry takes down (被询问人).</summary>
public enum InquiredAs
{
    /// <summary>当事人, or a person who speaks for it.</summary>
    Party,

    /// <summary>证人.</summary>
    Witness,
}

/// <summary>How a record was signed (签名).</summary>
/// <param name="Signed">The person concerned signed each page.</param>
/// <param name="RefusalNote">The note why he or she did not, or was not there; null if signed.</param>
/// <param name="WitnessName">The witness who signed instead (见证人); null if there was none.</param>
public sealed record RecordSignature(bool Signed, string? RefusalNote = null, string? WitnessName = null);

/// <summary>Records of scenes and inquiries (现场检查笔录、询问笔录). 行政处罚法 第四十三条、第五十五条.</summary>
public static class InvestigationRecords
{
    /// <summary>The record is empty, ends before it begins, or nobody signed it.</summary>
    public static readonly DomainError Incomplete = new(
        "investigation-record.incomplete",
        "APL-55",
        ErrorKind.RuleBroken,
        "询问或者检查应当制作笔录",
        PenaltyLaw.At("第五十五条第二款")
    );

    /// <summary>The person was not notified of the right to ask that an officer withdraw.</summary>
    public static readonly DomainError RightsNotNotified = new(
        "investigation-record.rights-not-told",
        "APL-43",
        ErrorKind.RuleBroken,
        "询问前应当告知被询问人的权利义务和申请回避的权利",
        PenaltyLaw.At("第四十三条第二款")
    );

    /// <summary>Refuses a record that ends before it begins, or that bears neither signature nor note.</summary>
    /// <exception cref="DomainException"><see cref="Incomplete"/>.</exception>
    public static void EnsureSigned(DateTimeOffset startedAt, DateTimeOffset endedAt, RecordSignature signature)
    {
        if (startedAt > endedAt)
            throw Incomplete.With("笔录的结束时间早于开始时间");
        if (!signature.Signed && !signature.RefusalNote.IsGiven())
            throw Incomplete.With("没有签名，也没有注明原因", "注明拒绝签名或者不在场的原因");
    }

    /// <summary>Refuses an inquiry without question, without the words by which it was checked, or before which the person was not notified of rights and recusal.</summary>
    /// <param name="rightsNotifiedAt">When the person was notified of rights, duties and recusal; null if not.</param>
    /// <param name="checkedWords">The words by which the record was found right (核对无误语).</param>
    /// <exception cref="DomainException"><see cref="RightsNotNotified"/> or <see cref="Incomplete"/>.</exception>
    public static void EnsureInquiry(
        DateTimeOffset? rightsNotifiedAt,
        DateTimeOffset endedAt,
        IReadOnlyCollection<QuestionAndAnswer> questions,
        string? checkedWords
    )
    {
        if (rightsNotifiedAt is not { } told || told > endedAt)
            throw RightsNotNotified.With(rightsNotifiedAt is null ? "没有告知权利义务和申请回避权的记录" : "告知时间晚于询问结束");
        if (questions.Count == 0)
            throw Incomplete.With("没有问答内容");
        if (!checkedWords.IsGiven())
            throw Incomplete.With("没有被询问人核对笔录的记录", "交被询问人核对或者向其宣读");
    }
}
