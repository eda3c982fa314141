using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The head takes up a case again that the police, the procuratorate or the court gave back (恢复办理退回案件): where it was not filed it is back at the clue,
/// otherwise in the investigation. Evidence, orders and measures stay, the terms go on from where they stopped. 行政处罚法 第二十七条第一款; 行政执法机关移送涉嫌犯罪案件的规定
/// 第十条.</summary>
public sealed record ResumeAfterCrime : ActBody
{
    /// <summary>What the organ still has to decide, and why.</summary>
    public required string Reason { get; init; }

    internal override void Execute(ActExecution act)
    {
        var (file, calendar) = (act.File, act.Law.Calendar);
        var away = Away(file.Investigation.CrimeSuspicion!);
        act.Case.TakeBack();
        act.Drop(DeadlineKind.Archiving);
        if (act.Case.FiledOn is not null)
        {
            act.MoveTo(CaseStage.Investigating);
            act.Start(
                DeadlineKind.Decision,
                DecisionTerm.From(file.Investigation.TermFrom, calendar, [.. file.Investigation.TermExclusions, .. away])
            );
            return;
        }
        act.MoveTo(CaseStage.Registered);
        act.Start(
            DeadlineKind.Filing,
            Ordinary.Filing.Due(
                LegalDate.Of(file.Filing.Clue!.ReceivedAt),
                calendar,
                act.Law.Parameter(LocalParameters.FilingLimit, act.DoneOn).Number,
                [.. away.Select(span => new ExcludedSpan(span.From, span.To, $"{span.Reason}（{span.Basis}）"))]
            )
        );
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.ComeBackFromCrime(Away(file.Investigation.CrimeSuspicion!));

    internal override RecordFields RecordedFields() => new();

    /// <summary>The days on which the case was not with the organ: from the day of the transfer to the day before it came back.</summary>
    private static IReadOnlyList<TermExclusion> Away(CriminalTransferRecord transfer)
    {
        var (from, back) = (LegalDate.Of(transfer.HandedOverAt!.Value), transfer.Result!.ReceivedOn);
        return back > from
            ? [new(from, back.AddDays(-1), "移送司法机关期间", CriminalTransfer.At("第十条"), InstrumentLevel.AdministrativeRegulation)]
            : [];
    }
}
