using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Platform.Access;

namespace EnforcementCases.Api.Catalogue.Changes;

/// <summary>Values of local parameters (因地参数).</summary>
internal sealed partial class CatalogueJudging
{
    private void JudgeParameter(PlannedRow row, RowForm form, ParameterRow typed)
    {
        var value = typed.Value ?? "";
        (row.Key, row.Name) = ($"{typed.Organisation} {typed.Key}", typed.Key);
        row.Validity = new(typed.ValidFrom, null);
        row.Content = Serialize(typed with { Value = value });
        var organisation =
            standing.Organisations.GetValueOrDefault(typed.Organisation) ?? throw OrganisationReader.NotFound.With(typed.Organisation);
        var parameter = LocalParameter.Find(typed.Key) ?? throw CatalogueErrors.RowRejected.With($"没有参数 {typed.Key}");
        var own = standing.Values.Where(v => v.OrganisationPath == typed.Organisation && v.Key == typed.Key).ToList();
        if (value != ParameterValue.Inherited)
            parameter.EnsureValue(value);
        else if (own.Count == 0)
            throw CatalogueErrors.RowRejected.With($"{typed.Organisation} 没有自设 {typed.Key} 的值，不必恢复上级的值");
        if (typed.Source.Length == 0)
            throw CatalogueErrors.RowRejected.With("没有写明依据文件");
        if (value != ParameterValue.Inherited && parameter.Key == LocalParameters.CoercionMatters)
            EnsureMatters(value, typed.ValidFrom);
        row.Name = $"{parameter.Key} {parameter.Rule}";
        EnsureOnce(row, $"{row.Key} {typed.ValidFrom:yyyy-MM-dd}");
        var same = own.Where(v => v.ValidFrom == typed.ValidFrom).MaxBy(v => v.EnteredAt);
        var inForce = current.Parameter(typed.Organisation, parameter.Key, typed.ValidFrom);
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
}
