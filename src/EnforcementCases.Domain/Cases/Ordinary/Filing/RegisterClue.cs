using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Registers a clue (案件来源登记). 行政处罚法 第五十四条.</summary>
[UpcastRename(1, "actAt", "committedAt")]
public sealed record RegisterClue : ActBody
{
    /// <summary>Where the clue came from.</summary>
    public required ClueSource Source { get; init; }

    /// <summary>When the organ received it; the time limit for filing runs from here.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Content of the clue.</summary>
    public required string Content { get; init; }

    /// <summary>Code of the suspected violation (涉嫌案由); it can be changed when the case is filed.</summary>
    public required string ViolationCode { get; init; }

    /// <summary>When the offence happened, as far as it is known.</summary>
    public required DateTimeOffset CommittedAt { get; init; }

    /// <summary>Place of the offence.</summary>
    public required OffencePlace Place { get; init; }

    /// <summary>Name of the informant who agrees to be named (举报人); otherwise null.</summary>
    public string? Informant { get; init; }

    /// <summary>The transferring organ and its document (移送机关及文书); required if the clue was transferred by another organ, otherwise null.</summary>
    public string? TransferDocument { get; init; }

    internal override void Execute(ActExecution act)
    {
        if (Source == ClueSource.Transfer && string.IsNullOrWhiteSpace(TransferDocument))
            throw OrdinaryFile.Incomplete.With("移送的线索须写明移送机关和移送文书");
        var committedOn = LegalDate.Of(CommittedAt);
        var violation =
            act.Law.Catalogue.ViolationOn(ViolationCode, committedOn)
            ?? throw ViolationVersion.NotInForce.With($"{ViolationCode}，{committedOn:yyyy-MM-dd}");
        act.Case.SetMatter(violation, adoption: null, CommittedAt, Place, Content);
        act.Start(
            DeadlineKind.Filing,
            Ordinary.Filing.Due(
                LegalDate.Of(ReceivedAt),
                act.Law.Calendar,
                act.Law.Parameter(LocalParameters.FilingLimit, act.DoneOn).Number
            )
        );
        act.Issue(DocumentKind.CaseSource);
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Filing.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("source", Source).Add("receivedAt", ReceivedAt);
}
