using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Where a clue came from (线索来源), APL-54.</summary>
public enum ClueSource
{
    /// <summary>行政检查、巡查.</summary>
    Inspection,

    /// <summary>投诉、举报.</summary>
    Complaint,

    /// <summary>其他机关移送.</summary>
    TransferredIn,

    /// <summary>上级交办.</summary>
    Assigned,

    /// <summary>电子技术监控.</summary>
    Monitoring,
}

/// <summary>Registers a clue (案件来源登记). 行政处罚法 第五十四条.</summary>
public sealed record RegisterClue : ActBody
{
    /// <summary>Where it came from.</summary>
    public required ClueSource Source { get; init; }

    /// <summary>When the organ got it; the limit for filing runs from here.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>What it says.</summary>
    public required string Content { get; init; }

    /// <summary>Code of the suspected violation (涉嫌案由); it can be changed on filing.</summary>
    public required string ViolationCode { get; init; }

    /// <summary>When the act happened, as far as it is known.</summary>
    public required DateTimeOffset ActAt { get; init; }

    /// <summary>Where.</summary>
    public required ActPlace Place { get; init; }

    /// <summary>Who told, where he or she wants to be named (举报人); null where nobody did.</summary>
    public string? Informant { get; init; }

    /// <summary>The transferring organ and its paper (移送机关及文书); required for a clue that was transferred in.</summary>
    public string? TransferDocument { get; init; }

    internal override void Do(ActInHand act)
    {
        if (ReceivedAt > DoneAt)
            throw OrdinaryFile.TooEarly.With("登记时间早于收到线索的时间");
        if (Source == ClueSource.TransferredIn && string.IsNullOrWhiteSpace(TransferDocument))
            throw OrdinaryFile.Incomplete.With("移送的线索须写明移送机关和移送文书");
        var actOn = LegalDate.Of(ActAt);
        var violation =
            act.Law.Catalogue.ViolationOn(ViolationCode, actOn)
            ?? throw ViolationVersion.NotInForce.With($"{ViolationCode}，{actOn:yyyy-MM-dd}");
        act.Case.SetMatter(violation, adoption: null, ActAt, Place, Content);
        act.Start(DeadlineKind.Filing, FilingTerm.Rule(act.Law.Parameter("filing.limit", act.DoneOn).Number), ReceivedAt);
        act.Issue(DocumentKind.CaseSource);
    }

    internal override void Enter(OrdinaryFile file, DoneAct done) => file.Clue = this;

    internal override RecordFields Clear() => new RecordFields().Add("source", Source).Add("receivedAt", ReceivedAt);
}

/// <summary>How soon a case is to be filed (立案期限). The law says 及时 and no figure; the place sets a limit of its own, which warns and does not bar. 行政处罚法 第五十四条第二款.</summary>
public static class FilingTerm
{
    /// <summary>The limit as a deadline.</summary>
    [StatutoryRule("APL-54")]
    public static DeadlineRule Rule(int workingDays) =>
        new("APL-54", "决定是否立案", TimeLimit.WorkingDays(workingDays), PenaltyLaw.At("第五十四条第二款"), DeadlineFor.AgencyPower, "收到线索");
}
