using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>One validation of the rows of a change: what each does to the present catalogue, or why it is refused. One file for each kind of row.</summary>
internal sealed partial class CatalogueJudging(AppDbContext db, CatalogueSnapshot current, CatalogueStanding standing)
{
    private readonly List<(PlannedRow Row, ViolationVersion Probe)> violations = [];
    private readonly List<(PlannedRow Row, CatalogueSlot<BenchmarkVersion> Slot)> benchmarks = [];
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

    internal static string Serialize<T>(T row) => JsonSerializer.Serialize(row, CatalogueRowJson.Form);

    internal static AdoptionRow RowOf(Adoption a) => new(a.OrganisationPath, a.ViolationCode, a.From, a.AreaCodes, a.To, a.Instrument);

    internal static ParameterRow RowOf(ParameterValue v) => new(v.OrganisationPath, v.Key, v.ValidFrom, v.Value, v.Source);

    private void Each<T>(RowForm form, List<PlannedRow> rows, Func<T, DateOnly?> from, Action<PlannedRow, RowForm, T> judge)
    {
        var json = typeof(T) == typeof(CalendarYearRow) ? CatalogueRowJson.CalendarForm : CatalogueRowJson.Form;
        var read = new List<(PlannedRow Row, T Typed)>();
        foreach (var row in rows)
        {
            row.Content = row.Source.Content;
            Try(row, () => read.Add((row, CatalogueRowReader.Read<T>(form, row.Source.Content, json))));
        }
        foreach (var (row, typed) in read.OrderBy(r => from(r.Typed) ?? DateOnly.MinValue)) // a row may build on another of the same file
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

    private static JsonObject Node<T>(T row) => JsonSerializer.SerializeToNode(row, CatalogueRowJson.Form)!.AsObject();
}
