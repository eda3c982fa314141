using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Platform.Access;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Which organisation has taken a matter on, from when to when and where (承接事项).</summary>
internal sealed partial class CatalogueJudging
{
    private void JudgeAdoption(PlannedRow row, RowForm form, AdoptionRow typed)
    {
        var areas = (typed.AreaCodes ?? []).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        (row.Key, row.Name) = ($"{typed.Organisation} {typed.ViolationCode}", typed.ViolationCode);
        row.Validity = new(typed.ValidFrom, typed.ValidTo);
        row.Content = Serialize(typed with { AreaCodes = areas });
        if (typed.ValidTo < typed.ValidFrom)
            throw ValidityChain.EndsBeforeItBegins.With(row.Validity.ToString());
        if (typed.Instrument.Length == 0)
            throw CatalogueErrors.RowRejected.With("没有写明赋权文件");
        if (areas.Count > 30 || areas.Exists(c => c.Length is < 2 or > 12 || !c.All(char.IsAsciiDigit)))
            throw CatalogueErrors.RowRejected.With("行政区划代码应为 2 至 12 位数字，最多 30 个");
        var organ =
            standing.Organisations.GetValueOrDefault(typed.Organisation) ?? throw OrganisationReader.NotFound.With(typed.Organisation);
        var same = adoptions.FindIndex(a =>
            a.Adoption.OrganId == organ.Id
            && a.Adoption.ViolationCode == typed.ViolationCode
            && a.Adoption.From == typed.ValidFrom
            && a.Adoption.AreaCodes.SequenceEqual(areas, StringComparer.Ordinal)
        );
        var violation =
            standing.Violations.On(typed.ViolationCode, typed.ValidFrom)
            ?? (same >= 0 ? standing.Violations.On(typed.ViolationCode, day: null) : null) // what was adopted ahead of the provision may still be ended
            ?? throw CatalogueErrors.ViolationNotFound.With($"{typed.ViolationCode}，{typed.ValidFrom:yyyy-MM-dd}");
        row.Name = violation.Name;
        EnsureOnce(row, $"{row.Key} {typed.ValidFrom:yyyy-MM-dd} {string.Join(',', areas)}".TrimEnd());
        Adoption Made(Guid id, DateOnly? to, string instrument, Guid by, DateTimeOffset at) =>
            new(id, organ, violation, typed.ValidFrom, to, instrument, areas, isDemo: false, by, at);
        var probe = Made(Guid.Empty, typed.ValidTo, typed.Instrument, Guid.Empty, default);
        if (same >= 0)
            EndAdoption(row, form, typed, probe, same);
        else
            AddAdoption(row, form, typed, organ, violation, probe, Made);
    }

    private void EndAdoption(PlannedRow row, RowForm form, AdoptionRow typed, Adoption probe, int at)
    {
        var standsAs = adoptions[at];
        var old = standsAs.Adoption;
        row.Fields = form.Differences(Node(RowOf(old)), Node(RowOf(probe)));
        if (row.Fields.Count == 0)
        {
            row.Outcome = CatalogueRowOutcome.Unchanged;
            return;
        }
        if (old.Instrument != typed.Instrument)
            throw CatalogueErrors.RowRejected.With("已承接事项的赋权文件不能改写，请终止后重新承接");
        if (typed.ValidTo is not { } lastDay)
            throw ValidityChain.EndNotLiftable.With($"{old.ViolationCode}：{new Validity(old.From, old.To)}");
        foreach (var (other, _) in adoptions.Where((_, i) => i != at))
            probe.EnsureApartFrom(other);
        row.Outcome = CatalogueRowOutcome.End;
        row.Ends = $"{new Validity(old.From, old.To)} 的承接于 {lastDay:yyyy-MM-dd} 终止";
        if (standsAs.Standing is { } entity)
        {
            row.Ending = new(entity.Id, $"{old.ViolationCode} 的承接于 {lastDay:yyyy-MM-dd} 终止");
            row.Apply = over => entity.EndOn(lastDay, over.At);
        }
        adoptions[at] = (probe, standsAs.Standing);
    }

    private void AddAdoption(
        PlannedRow row,
        RowForm form,
        AdoptionRow typed,
        Organisation organ,
        ViolationVersion violation,
        Adoption probe,
        Func<Guid, DateOnly?, string, Guid, DateTimeOffset, Adoption> made
    )
    {
        var until = typed.ValidFrom > DateOnly.MinValue ? typed.ValidFrom.AddDays(-1) : typed.ValidFrom; // nothing stood before the first of days
        var before = adoptions.FindIndex(a =>
            a.Standing is not null
            && a.Adoption.OrganId == organ.Id
            && a.Adoption.ViolationCode == typed.ViolationCode
            && a.Adoption.To is null
            && a.Adoption.From < typed.ValidFrom
            && a.Adoption.AreaCodes.SequenceEqual(probe.AreaCodes, StringComparer.Ordinal)
        );
        var ended = before >= 0 ? adoptions[before] : default;
        foreach (var (other, _) in adoptions.Where((_, i) => i != before))
            probe.EnsureApartFrom(other);
        row.Fields = form.Differences(before >= 0 ? Node(RowOf(ended.Adoption)) : null, Node(RowOf(probe)));
        row.Outcome = before >= 0 ? CatalogueRowOutcome.NewVersion : CatalogueRowOutcome.Create;
        if (before >= 0)
        {
            row.Ends = $"{new Validity(ended.Adoption.From, null)} 的承接于 {until:yyyy-MM-dd} 终止";
            row.Ending = new(ended.Standing!.Id, $"{typed.ViolationCode} 的承接自 {typed.ValidFrom:yyyy-MM-dd} 起依新的赋权文件");
            adoptions[before] = (
                new(
                    Guid.Empty,
                    organ,
                    violation,
                    ended.Adoption.From,
                    until,
                    ended.Adoption.Instrument,
                    ended.Adoption.AreaCodes,
                    ended.Adoption.IsDemo,
                    Guid.Empty,
                    default
                ),
                ended.Standing
            );
        }
        adoptions.Add((probe, null));
        row.Apply = over =>
        {
            ended.Standing?.EndOn(until, over.At);
            db.Adoptions.Add(made(Guid.CreateVersion7(over.At), typed.ValidTo, typed.Instrument, over.EnteredBy, over.At));
        };
    }
}
