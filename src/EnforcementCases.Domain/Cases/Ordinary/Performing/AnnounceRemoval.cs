using EnforcementCases.Domain.Cases.Enforcement;
using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>Announces that an unlawful structure will be removed by force (强制拆除公告, D43). 行政强制法 第四十四条.</summary>
[Upcast(1)] // chargeInstrument: not asked then
public sealed record AnnounceRemoval : ActBody
{
    /// <summary>Last day for the party to remove it itself (限期当事人自行拆除), inclusive.</summary>
    public required DateOnly SelfRemovalBy { get; init; }

    /// <summary>Planned day of the removal.</summary>
    public required DateOnly RemoveOn { get; init; }

    /// <summary>What is to be removed.</summary>
    public required string Structure { get; init; }

    /// <summary>Where the notice was posted.</summary>
    public required string PostedAt { get; init; }

    /// <summary>The instrument by which the county government charged the organ with the removal (责成强制拆除), by name and number; required under 城乡规划法
    /// 第六十四条, otherwise null: a town removes under 第六十五条 itself.</summary>
    public string? ChargeInstrument { get; init; }

    /// <summary>Photographs of the posted notice, each as the SHA-256 of its file (64 lower-case hex digits).</summary>
    public required IReadOnlyList<string> MediaSha256 { get; init; }

    internal override void Execute(ActExecution act)
    {
        var file = act.File;
        file.Remedies.EnsureMayExecute(act.DoneOn);
        Removal.EnsureDue(act, act.DoneOn, ChargeInstrument);
        RemovalOfStructures.EnsureAllowed(
            new(RemoveOn, act.DoneOn, SelfRemovalBy, file.Remedies.IsRunning),
            file.Court.PeriodEnd(act.Law.Calendar)!.LastDay
        );
        if (MediaSha256.Count == 0)
            throw OrdinaryFile.Incomplete.With("没有张贴公告的照片");
        act.Issue(DocumentKind.DemolitionAnnouncement);
    }

    internal override RecordFields RecordedFields() =>
        new RecordFields()
            .Add("selfRemovalBy", SelfRemovalBy)
            .Add("removeOn", RemoveOn)
            .Add("charge", ChargeInstrument)
            .Add("mediaSha256", MediaSha256);
}
