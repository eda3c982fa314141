using System.Text.Json.Nodes;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Violations, benchmarks and exemptions (案由、裁量权基准、免罚清单): successive versions of a code.</summary>
internal sealed partial class CatalogueJudging
{
    private void JudgeViolation(PlannedRow row, RowForm form, ViolationRow typed)
    {
        (row.Key, row.Name) = (typed.Code, typed.Name);
        var probe = typed.AsVersion(Guid.Empty, "", Guid.Empty);
        var slot = Place(row, form, standing.Violations, typed, probe, db.Violations, typed.AsVersion);
        if (slot is not null && row.Changes)
            violations.Add((row, probe));
    }

    private void JudgeBenchmark(PlannedRow row, RowForm form, BenchmarkRow typed)
    {
        (row.Key, row.Name) = (typed.BenchmarkId, $"{typed.ViolationCode} {typed.ViolationName}");
        var probe = typed.AsVersion(Guid.Empty, "", Guid.Empty);
        var violation =
            standing.Violations.On(typed.ViolationCode, typed.EffectiveFrom)
            ?? throw CatalogueErrors.ViolationNotFound.With(typed.ViolationCode);
        if (Place(row, form, standing.Benchmarks, typed, probe, db.Benchmarks, typed.AsVersion) is not { } slot || !row.Changes)
            return;
        if (probe.IsBinding && row.Outcome is not CatalogueRowOutcome.End)
        {
            foreach (var fault in FaultsOf(probe, violation))
                row.Reject(fault);
        }
        benchmarks.Add((row, slot));
    }

    private void JudgeExemption(PlannedRow row, RowForm form, ExemptionRow typed)
    {
        (row.Key, row.Name) = (typed.Id, typed.Title);
        if (typed.ViolationCode != ExemptionEntry.AllViolations && !standing.Violations.Has(typed.ViolationCode))
            throw CatalogueErrors.ViolationNotFound.With(typed.ViolationCode);
        var probe = typed.AsVersion(Guid.Empty, "", Guid.Empty);
        Place(row, form, standing.Exemptions, typed, probe, db.ExemptionEntries, typed.AsVersion);
    }

    /// <summary>Notes, for both clerks, benchmarks that no longer match their violation although each row by itself is valid.</summary>
    public void NoteBenchmarks()
    {
        foreach (var (row, violation) in violations)
        foreach (var slot in Binding(violation.Code).Where(s => s.IsInForceOn(row.Validity.From)))
        {
            if (FaultsOf(slot.Probe, violation) is [var first, ..])
                row.Notes.Add($"裁量权基准 {slot.Probe.Code} 与该版本不相符：{first.Error.Title}（{first.Detail}）");
        }
        foreach (var (row, mine) in benchmarks.Where(b => b.Slot.Probe.IsBinding))
        {
            var others = Binding(mine.Probe.ViolationCode).Where(s => s != mine && s.IsInForceOn(row.Validity.From));
            foreach (var other in others.Where(o => o.Probe.Code != mine.Probe.Code))
                row.Notes.Add($"同一案由另有适用于本市的基准 {other.Probe.Code}，以施行日期较晚的为准");
        }
    }

    private IEnumerable<CatalogueSlot<BenchmarkVersion>> Binding(string violationCode) =>
        standing.Benchmarks.All.Where(s => s.Probe.IsBinding && s.Probe.ViolationCode == violationCode);

    private static IReadOnlyList<DomainException> FaultsOf(BenchmarkVersion benchmark, ViolationVersion violation) =>
        [
            .. BenchmarkPublishing.FaultsOf(benchmark.Tiers, FineSide.Individual, violation.IndividualFine),
            .. BenchmarkPublishing.FaultsOf(benchmark.Tiers, FineSide.Organisation, violation.OrganisationFine),
        ];

    /// <summary>Finds the place of a version among those of its code and determines how it is applied.</summary>
    private CatalogueSlot<T>? Place<TRow, T>(
        PlannedRow row,
        RowForm form,
        CatalogueVersions<T> versions,
        TRow typed,
        T probe,
        DbSet<T> table,
        Func<Guid, string, Guid, T> make
    )
        where T : class, ICatalogueVersion
    {
        var content = JsonNode.Parse(Serialize(typed))!.AsObject();
        row.Content = content.ToJsonString(CatalogueRowJson.Form);
        row.Validity = new(probe.ValidFrom, probe.ValidTo);
        EnsureOnce(row, $"{row.Key} {row.Validity.From:yyyy-MM-dd}".TrimEnd());
        var slots = versions.Of(row.Key);
        var placed = ValidityChain.Place(
            [.. slots.Select(s => s.Validity)],
            row.Validity,
            i => SaysTheSame(form, slots[i].Content, content)
        );
        row.Outcome = placed.Outcome;
        var same = placed.Same is { } s ? slots[s] : null;
        var before = placed.Before is { } b ? slots[b] : null;
        row.Fields = form.Differences((same ?? before)?.Content, content);
        switch (placed.Outcome)
        {
            case CatalogueRowOutcome.Unchanged:
                return same;
            case CatalogueRowOutcome.End:
                var lastDay = row.Validity.To!.Value;
                row.Ends = $"{same!.Validity} 的版本于 {lastDay:yyyy-MM-dd} 终止";
                row.Ending = Ending(same, $"案由 {row.Key} 的版本于 {lastDay:yyyy-MM-dd} 终止");
                same.Validity = row.Validity;
                row.Apply = _ => same.Entity!.EndOn(lastDay);
                return same;
            default:
                break;
        }
        var slot = new CatalogueSlot<T>(row.Validity, content, probe, stands: false);
        if (same is not null)
        {
            row.Ends = $"{same.Validity} 的版本由更正后的版本代替";
            row.Ending = Ending(same, $"案由 {row.Key} 的版本更正");
            slots[placed.Same!.Value] = slot;
        }
        else
        {
            slots.Insert(slots.TakeWhile(o => o.Validity.Begins < row.Validity.Begins).Count(), slot);
        }
        if (before is not null)
        {
            var until = row.Validity.From!.Value.AddDays(-1);
            row.Ends = $"{before.Validity} 的版本于 {until:yyyy-MM-dd} 终止";
            row.Ending = Ending(before, $"案由 {row.Key} 自 {row.Validity.From:yyyy-MM-dd} 起适用新版本");
            before.Validity = before.Validity with { To = until };
        }
        var (sha256, kept) = CatalogueRowJson.Source(typed);
        row.Apply = over =>
        {
            if (same is not null)
                same.Entity!.Close(over.At);
            before?.Entity!.EndOn(row.Validity.From!.Value.AddDays(-1));
            slot.Entity = make(Guid.CreateVersion7(over.At), over.LabelOf(row.Validity.From), over.DataSetId);
            table.Add(slot.Entity);
            if (standing.Sources.Add(sha256))
                db.CatalogueSourceRows.Add(new() { Sha256 = sha256, Content = kept });
        };
        return slot;
    }

    private static EndingVersion? Ending<T>(CatalogueSlot<T> slot, string because)
        where T : class, ICatalogueVersion => slot.Entity is ViolationVersion violation ? new(violation.Id, because) : null;

    private static bool SaysTheSame(RowForm form, JsonObject old, JsonObject @new) =>
        form.Differences(old, @new).All(d => d.Field == "effective_to");
}
