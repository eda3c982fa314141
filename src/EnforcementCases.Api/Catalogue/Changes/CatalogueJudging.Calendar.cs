using System.Text.Json;
using System.Text.Json.Nodes;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Years of the working calendar (节假日安排).</summary>
internal sealed partial class CatalogueJudging
{
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
            .Select(y => y with { WorkingDaysInYear = null }) // a notice may change the last days of the year before
            .Concat(years);
        var calendar = HolidayFile.Combine(standing.Calendar.With([.. years, year]).Version, [.. others.Select(y => y.AsNotice()), notice]);
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
}
