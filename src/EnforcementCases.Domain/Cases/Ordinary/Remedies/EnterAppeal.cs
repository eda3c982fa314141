using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Recording;
using EnforcementCases.Domain.Remedies;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Enters an appeal against a judgment or ruling of the first instance (登记上诉), of any side, the organ included: the judgment then never takes effect by itself.
/// 行政诉讼法 第八十五条.</summary>
public sealed record EnterAppeal : ActBody
{
    /// <summary>The result that is appealed against, by the id of its entry; null if there is only one on file.</summary>
    public Guid? ResultId { get; init; }

    /// <summary>Who appeals. The organ's own appeal is entered by its head.</summary>
    public required LitigantSide By { get; init; }

    /// <summary>Name of a third person who appeals; null for the two others.</summary>
    public string? Name { get; init; }

    /// <summary>Day on which it was filed.</summary>
    public required DateOnly FiledOn { get; init; }

    /// <summary>Name of the court of appeal.</summary>
    public required string Court { get; init; }

    internal override void Execute(ActExecution act)
    {
        var result = act.File.Remedies.Entered(ResultId);
        if (JudgmentEffect.AppealAgainst(result.Paper!.Value) is not { } rule)
            throw RemedyResultOnPaper.PaperDoesNotFit.With($"“{result.Paper.Value.Term()}”不得上诉");
        if (!Court.IsGiven())
            throw OrdinaryFile.Incomplete.With("没有写明上诉法院").At("/court");
        if (By is LitigantSide.Organ && !act.Law.Roles.Contains(Role.Head))
            throw RemedyPhase.AppealNotByHead.With("由负责人决定并登记");
        if (
            result.Services.FirstOrDefault(s =>
                s.Side == By && (By is not LitigantSide.ThirdPerson || string.Equals(s.Name, Name, StringComparison.Ordinal))
            )
            is not { } served
        )
            throw RemedyPhase.ThirdPersonUnknown.With($"上诉人为“{Name ?? By.Term()}”，文书没有送达该人的记录").At("/name");
        var due = Law.Deadline.From(rule, served.ServedOn, act.Law.Calendar);
        if (FiledOn < served.ServedOn)
            throw RemedyPhase.RemedyOutOfOrder.With($"送达 {served.ServedOn:yyyy-MM-dd}，上诉 {FiledOn:yyyy-MM-dd}").At("/filedOn");
        if (FiledOn > due.LastDay)
            throw JudgmentEffect.AppealTooLate.With($"上诉期限至 {due.LastDay:yyyy-MM-dd}，上诉于 {FiledOn:yyyy-MM-dd}").At("/filedOn");
    }

    internal override void Apply(OrdinaryFile file, DoneAct done) => file.Remedies.Apply(this);

    internal override RecordFields RecordedFields() => new RecordFields().Add("by", By).Add("filedOn", FiledOn);
}
