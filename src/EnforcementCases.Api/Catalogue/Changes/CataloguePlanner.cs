using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Api.Access;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Discretion;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Judges the rows of a catalogue change: what each does to what stands, or why it cannot.</summary>
internal sealed class CataloguePlanner(AppDbContext db, CatalogueDirectory directory, CurrentUser user)
{
    /// <summary>Judges rows and changes nothing.</summary>
    public async Task<CataloguePlan> PlanAsync(IReadOnlyList<CatalogueFileRow> rows, CancellationToken ct)
    {
        var planned = rows.Select(r => new PlannedRow(r)).ToList();
        foreach (var row in planned.Where(r => r.Source.Fault is not null))
            row.Reject(CatalogueErrors.RowRejected.With(row.Source.Fault!));
        var work = new Work(db, directory.Current, await StandingAsync(ct));
        foreach (var (kind, _, form) in RowForms.All)
            work.Judge(kind, form, [.. planned.Where(r => r.Source.Kind == kind && r.Errors.Count == 0)]);
        work.NoteBenchmarks();
        return new(planned, work.InOrder, work.Calendar);
    }

    /// <summary>All that is exported, in the form in which it is imported: versions that ended among it, closed ones not.</summary>
    public async Task<IReadOnlyList<CatalogueFileRow>> ExportAsync(CancellationToken ct)
    {
        var standing = await StandingAsync(ct);
        CatalogueFileRow Row(CatalogueRowKind kind, string content) => new(kind, "", content);
        var paths = standing.Organisations.Values.ToDictionary(o => o.Id, o => o.Path);
        return
        [
            .. standing.Violations.All.Select(s => Row(CatalogueRowKind.Violation, s.Content.ToJsonString(CatalogueRowJson.Form))),
            .. standing.Benchmarks.All.Select(s => Row(CatalogueRowKind.Benchmark, s.Content.ToJsonString(CatalogueRowJson.Form))),
            .. standing.Exemptions.All.Select(s => Row(CatalogueRowKind.Exemption, s.Content.ToJsonString(CatalogueRowJson.Form))),
            .. standing
                .Adoptions.OrderBy(a => a.OrganisationPath, StringComparer.Ordinal)
                .ThenBy(a => a.ViolationCode, StringComparer.Ordinal)
                .ThenBy(a => a.From)
                .Select(a => Row(CatalogueRowKind.Adoption, Serialize(RowOf(a)))),
            .. standing
                .Values.GroupBy(v => (v.OrganisationPath, v.Key, v.ValidFrom))
                .Select(g => g.MaxBy(v => v.EnteredAt)!)
                .OrderBy(v => v.OrganisationPath, StringComparer.Ordinal)
                .ThenBy(v => v.Key, StringComparer.Ordinal)
                .ThenBy(v => v.ValidFrom)
                .Select(v => Row(CatalogueRowKind.Parameter, Serialize(RowOf(v)))),
            .. standing
                .Calendar.Rows()
                .Select(y => Row(CatalogueRowKind.CalendarYear, JsonSerializer.Serialize(y, CatalogueRowJson.CalendarForm))),
        ];
    }

    private static string Serialize<T>(T row) => JsonSerializer.Serialize(row, CatalogueRowJson.Form);

    private static AdoptionRow RowOf(Adoption a) => new(a.OrganisationPath, a.ViolationCode, a.From, a.AreaCodes, a.To, a.Instrument);

    private static ParameterRow RowOf(ParameterValue v) => new(v.OrganisationPath, v.Key, v.ValidFrom, v.Value, v.Source);

    private async Task<Standing> StandingAsync(CancellationToken ct)
    {
        var sources = await db
            .CatalogueSourceRows.AsNoTracking()
            .ToDictionaryAsync(r => r.Sha256, r => r.Content, StringComparer.Ordinal, ct);
        return new(
            Versions<ViolationVersion>.Of(await db.Violations.Where(v => v.ClosedAt == null).ToListAsync(ct), v => v.Code, sources),
            Versions<BenchmarkVersion>.Of(await db.Benchmarks.Where(v => v.ClosedAt == null).ToListAsync(ct), v => v.Code, sources),
            Versions<ExemptionEntry>.Of(await db.ExemptionEntries.Where(v => v.ClosedAt == null).ToListAsync(ct), v => v.Code, sources),
            await db.Adoptions.ToListAsync(ct),
            await db.ParameterValues.AsNoTracking().ToListAsync(ct),
            (await db.Organisations.AsNoTracking().ToListAsync(ct))
                .Where(o => user.Scope.Contains(o.Path))
                .ToDictionary(o => o.Path, StringComparer.Ordinal),
            await CalendarRows.InForceAsync(db, ct),
            [.. sources.Keys]
        );
    }

    /// <summary>What stands, within the scope of the clerk.</summary>
    private sealed record Standing(
        Versions<ViolationVersion> Violations,
        Versions<BenchmarkVersion> Benchmarks,
        Versions<ExemptionEntry> Exemptions,
        List<Adoption> Adoptions,
        List<ParameterValue> Values,
        Dictionary<string, Organisation> Organisations,
        CalendarInForce Calendar,
        HashSet<string> Sources
    );

    /// <summary>A version that stands or will stand.</summary>
    /// <param name="content">Its row, with the days on which it counts as they are.</param>
    /// <param name="probe">What to ask: the version itself, or the one that the row would make.</param>
    private sealed class Slot<T>(Validity validity, JsonObject content, T probe, bool stands)
        where T : class, ICatalogueVersion
    {
        public Validity Validity { get; set; } = validity;

        public JsonObject Content { get; } = content;

        public T Probe { get; } = probe;

        /// <summary>The version to change; of a row of this change it is there once the row is taken over.</summary>
        public T? Entity { get; set; } = stands ? probe : null;

        public bool IsInForceOn(DateOnly? day) => day is not { } on || (on >= Validity.Begins && (Validity.To is not { } to || on <= to));
    }

    /// <summary>The versions of all codes of a kind, as they stand and as the change makes them.</summary>
    private sealed class Versions<T>
        where T : class, ICatalogueVersion
    {
        private readonly Dictionary<string, List<Slot<T>>> byCode = new(StringComparer.Ordinal);

        public IEnumerable<Slot<T>> All => byCode.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => c.Value);

        public static Versions<T> Of(List<T> standing, Func<T, string> codeOf, Dictionary<string, string> sources)
        {
            var versions = new Versions<T>();
            foreach (var version in standing.OrderBy(v => v.ValidFrom ?? DateOnly.MinValue))
            {
                var content = sources.TryGetValue(version.RowSha256, out var kept) ? JsonNode.Parse(kept)!.AsObject() : [];
                content["effective_to"] = version.ValidTo?.ToString("yyyy-MM-dd");
                versions.Of(codeOf(version)).Add(new(new(version.ValidFrom, version.ValidTo), content, version, stands: true));
            }
            return versions;
        }

        public List<Slot<T>> Of(string code)
        {
            if (!byCode.TryGetValue(code, out var slots))
                byCode[code] = slots = [];
            return slots;
        }

        public bool Has(string code) => byCode.TryGetValue(code, out var slots) && slots.Count > 0;

        /// <summary>The version in force on a day; where no day is known, the newest.</summary>
        public T? On(string code, DateOnly? day) => byCode.GetValueOrDefault(code)?.LastOrDefault(s => s.IsInForceOn(day))?.Probe;
    }

    /// <summary>One judging.</summary>
    private sealed class Work(AppDbContext db, CatalogueSnapshot current, Standing standing)
    {
        private readonly List<(PlannedRow Row, ViolationVersion Probe)> violations = [];
        private readonly List<(PlannedRow Row, Slot<BenchmarkVersion> Slot)> benchmarks = [];
        private readonly List<CalendarYearRow> years = [];
        private readonly List<(Adoption Adoption, Adoption? Standing)> adoptions = [.. standing.Adoptions.Select(a => (a, (Adoption?)a))];
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);

        public List<PlannedRow> InOrder { get; } = [];

        public WorkingCalendar? Calendar { get; private set; }

        public void Judge(CatalogueRowKind kind, RowForm form, List<PlannedRow> rows)
        {
            switch (kind)
            {
                case CatalogueRowKind.Violation:
                    Each<ViolationRow>(form, rows, r => r.EffectiveFrom, JudgeViolation);
                    break;
                case CatalogueRowKind.Benchmark:
                    Each<BenchmarkRow>(form, rows, r => r.EffectiveFrom, JudgeBenchmark);
                    break;
                case CatalogueRowKind.Exemption:
                    Each<ExemptionRow>(form, rows, r => r.EffectiveFrom, JudgeExemption);
                    break;
                case CatalogueRowKind.Adoption:
                    Each<AdoptionRow>(form, rows, r => r.ValidFrom, JudgeAdoption);
                    break;
                case CatalogueRowKind.Parameter:
                    Each<ParameterRow>(form, rows, r => r.ValidFrom, JudgeParameter);
                    break;
                case CatalogueRowKind.CalendarYear:
                    Each<CalendarYearRow>(form, rows, r => new DateOnly(Math.Clamp(r.Year, 1, 9999), 1, 1), JudgeYear);
                    break;
            }
        }

        /// <summary>What fits no more although each row by itself is right: shown to both clerks.</summary>
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

        private IEnumerable<Slot<BenchmarkVersion>> Binding(string violationCode) =>
            standing.Benchmarks.All.Where(s => s.Probe.IsBinding && s.Probe.ViolationCode == violationCode);

        private static IReadOnlyList<DomainException> FaultsOf(BenchmarkVersion benchmark, ViolationVersion violation) =>
            [
                .. BenchmarkPublishing.FaultsOf(benchmark.Tiers, FineSide.Individual, violation.IndividualFine),
                .. BenchmarkPublishing.FaultsOf(benchmark.Tiers, FineSide.Organisation, violation.OrganisationFine),
            ];

        private void Each<T>(RowForm form, List<PlannedRow> rows, Func<T, DateOnly?> from, Action<PlannedRow, RowForm, T> judge)
        {
            var json = typeof(T) == typeof(CalendarYearRow) ? CatalogueRowJson.CalendarForm : CatalogueRowJson.Form;
            var read = new List<(PlannedRow Row, T Typed)>();
            foreach (var row in rows)
            {
                row.Content = row.Source.Content;
                Try(row, () => read.Add((row, CatalogueRowReader.Read<T>(form, row.Source.Content, json))));
            }
            foreach (var (row, typed) in read.OrderBy(r => from(r.Typed) ?? DateOnly.MinValue)) // a row may follow another of the same file
            {
                Try(
                    row,
                    () =>
                    {
                        judge(row, form, typed);
                        InOrder.Add(row);
                    }
                );
            }
        }

        private static void Try(PlannedRow row, Action judge)
        {
            try
            {
                judge();
            }
            catch (DomainException refusal)
            {
                row.Reject(refusal);
            }
        }

        private void EnsureOnce(PlannedRow row, string key)
        {
            if (!seen.Add($"{row.Source.Kind} {key}"))
                throw CatalogueErrors.RowRejected.With($"{key} 在本次变更中重复");
        }

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

        /// <summary>Finds the place of a version among those of its code and says how it is taken.</summary>
        private Slot<T>? Place<TRow, T>(
            PlannedRow row,
            RowForm form,
            Versions<T> versions,
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
            var slot = new Slot<T>(row.Validity, content, probe, stands: false);
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

        private static EndingVersion? Ending<T>(Slot<T> slot, string because)
            where T : class, ICatalogueVersion => slot.Entity is ViolationVersion violation ? new(violation.Id, because) : null;

        private static bool SaysTheSame(RowForm form, JsonObject old, JsonObject @new) =>
            form.Differences(old, @new).All(d => d.Field == "effective_to");

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
                standing.Organisations.GetValueOrDefault(typed.Organisation)
                ?? throw CatalogueErrors.OrganisationNotFound.With(typed.Organisation);
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

        private void JudgeParameter(PlannedRow row, RowForm form, ParameterRow typed)
        {
            var value = typed.Value ?? "";
            (row.Key, row.Name) = ($"{typed.Organisation} {typed.Key}", typed.Key);
            row.Validity = new(typed.ValidFrom, null);
            row.Content = Serialize(typed with { Value = value });
            var organisation =
                standing.Organisations.GetValueOrDefault(typed.Organisation)
                ?? throw CatalogueErrors.OrganisationNotFound.With(typed.Organisation);
            var parameter =
                PlaceParameter.Shipped.FirstOrDefault(p => p.Key == typed.Key)
                ?? throw CatalogueErrors.RowRejected.With($"没有参数 {typed.Key}");
            parameter.EnsureValue(value);
            if (typed.Source.Length == 0)
                throw CatalogueErrors.RowRejected.With("没有写明依据文件");
            if (parameter.Key == Domain.Cases.Coercion.CoerciveMeasure.MattersParameter)
                EnsureMatters(value, typed.ValidFrom);
            row.Name = $"{parameter.Key} {parameter.Rule}";
            EnsureOnce(row, $"{row.Key} {typed.ValidFrom:yyyy-MM-dd}");
            var own = standing.Values.Where(v => v.OrganisationPath == typed.Organisation && v.Key == typed.Key).ToList();
            var same = own.Where(v => v.ValidFrom == typed.ValidFrom).MaxBy(v => v.EnteredAt);
            var inForce = current.Parameter(typed.Organisation, typed.Key, typed.ValidFrom);
            var old = new ParameterRow(inForce.SetBy ?? "（默认）", typed.Key, inForce.ValidFrom ?? default, inForce.Value, inForce.Source);
            row.Fields =
            [
                .. form.Differences(Node(same is null ? old : RowOf(same)), Node(typed with { Value = value }))
                    .Where(d => same is not null || d.Field is "value" or "source"),
            ];
            row.Outcome =
                same is null ? (own.Count == 0 ? CatalogueRowOutcome.Create : CatalogueRowOutcome.NewVersion)
                : row.Fields.Count == 0 ? CatalogueRowOutcome.Unchanged
                : CatalogueRowOutcome.Correct;
            if (same is null && inForce.SetBy is null)
                row.Notes.Add($"现适用产品默认值 {inForce.Value}");
            else if (same is null && inForce.SetBy != typed.Organisation)
                row.Notes.Add($"现适用上级 {inForce.SetBy} 的值 {inForce.Value}");
            row.Apply = over =>
                db.ParameterValues.Add(
                    new(
                        Guid.CreateVersion7(over.At),
                        organisation,
                        parameter,
                        value,
                        typed.ValidFrom,
                        typed.Source,
                        over.EnteredBy,
                        over.ConfirmedBy,
                        over.At
                    )
                );
        }

        private void EnsureMatters(string value, DateOnly from)
        {
            var codes = value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (Array.Find(codes, c => standing.Violations.On(c, from)?.IsRecordable != true) is { } unknown)
                throw CatalogueErrors.ViolationNotFound.With($"{unknown}，{from:yyyy-MM-dd}");
        }

        private void JudgeYear(PlannedRow row, RowForm form, CalendarYearRow typed)
        {
            (row.Key, row.Name) = ($"{typed.Year}", typed.Notice.Title);
            var year = typed.InOrder();
            var notice = year.AsNotice();
            row.Validity = new(new(typed.Year, 1, 1), new(typed.Year, 12, 31));
            EnsureOnce(row, row.Key);
            var others = standing
                .Calendar.Rows()
                .Where(y => y.Year != typed.Year && years.TrueForAll(p => p.Year != y.Year))
                .Select(y => y with { WorkingDaysInYear = null }) // a notice may move the last days of the year before
                .Concat(years);
            var calendar = HolidayFile.Combine(
                standing.Calendar.With([.. years, year]).Version,
                [.. others.Select(y => y.AsNotice()), notice]
            );
            year = year with { WorkingDaysInYear = HolidayFile.CountWorkingDays(calendar, typed.Year) };
            row.Content = JsonSerializer.Serialize(year, CatalogueRowJson.CalendarForm);
            var old = standing.Calendar.Rows().FirstOrDefault(y => y.Year == typed.Year);
            row.Fields = form.Differences(
                old is null ? null : JsonSerializer.SerializeToNode(old, CatalogueRowJson.CalendarForm)!.AsObject(),
                JsonNode.Parse(row.Content)!.AsObject()
            );
            row.Outcome =
                old is null ? CatalogueRowOutcome.Create
                : row.Fields.Count == 0 ? CatalogueRowOutcome.Unchanged
                : CatalogueRowOutcome.Correct;
            if (row.Outcome is CatalogueRowOutcome.Unchanged)
                return;
            years.Add(year);
            Calendar = calendar;
            row.Apply = over =>
            {
                db.CalendarYears.Add(year.AsYear(over.DataSetId));
                db.CalendarDays.AddRange(year.AsDays(over.DataSetId));
            };
        }

        private static JsonObject Node<T>(T row) => JsonSerializer.SerializeToNode(row, CatalogueRowJson.Form)!.AsObject();
    }
}
