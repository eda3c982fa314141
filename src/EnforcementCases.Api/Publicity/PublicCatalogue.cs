using System.Globalization;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.LegalReview;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Site;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Publicity;

/// <summary>What is published before anything is decided (事前公示): powers, bases, benchmarks, exemptions, major decisions, officers; from the catalogue as it is on a day.
/// 行政处罚法 第三十九条; 国办发〔2018〕118号.</summary>
internal sealed class PublicCatalogue(AppDbContext db, CatalogueDirectory catalogue, OrganDirectory organs, TimeProvider clock)
{
    /// <summary>The streets and towns, by name.</summary>
    public IReadOnlyList<PublicOrgan> Organs() => [.. organs.Current.Values.OrderBy(o => o.Name, StringComparer.Ordinal).Select(Of)];

    /// <summary>A list as it is on a day.</summary>
    /// <exception cref="DomainException"><see cref="OrganisationReader.NotFound"/>.</exception>
    public async Task<PublicTable> ReadAsync(PublicList list, Guid? organId, DateOnly? on, CancellationToken ct)
    {
        var day = on ?? LegalDate.Of(clock.GetUtcNow());
        var now = catalogue.Current;
        return list switch
        {
            PublicList.Powers => new(
                list,
                Organ: null,
                day,
                ["编码", "名称", "类别", "依据", "实施机构", "责任岗位", "来源"],
                [
                    .. now.PowerList.Select(p =>
                        Row(p.Code, p.Name, p.Kind.Term(), p.Basis, p.ImplementingBody, p.ResponsiblePost, p.Evidence)
                    ),
                ]
            ),
            PublicList.Benchmarks => new(
                list,
                Organ: null,
                day,
                ["编码", "版本", "违法行为", "裁量阶次", "有效期", "来源"],
                [
                    .. now.BenchmarksOn(day)
                        .Where(b => b.IsBinding)
                        .Select(b =>
                            Row(
                                b.Code,
                                b.Version,
                                NameOf(b.ViolationCode, day),
                                Tiers(b),
                                Period(b.ValidFrom, b.ValidTo),
                                b.Issuer ?? b.Evidence
                            )
                        ),
                ]
            ),
            PublicList.Exemptions => new(
                list,
                Organ: null,
                day,
                ["编码", "版本", "事项", "适用条件", "依据", "有效期"],
                [
                    .. now.ExemptionsOn(day)
                        .Where(e => e.BindingInTianjin)
                        .Select(e =>
                            Row(e.Code, e.Version, e.Title, string.Join('；', e.Conditions), e.Basis, Period(e.ValidFrom, e.ValidTo))
                        ),
                ]
            ),
            PublicList.Bases => Bases(OrganOf(organId), day),
            PublicList.Reviews => Reviews(OrganOf(organId), day),
            PublicList.Officers => await OfficersAsync(OrganOf(organId), day, ct),
        };
    }

    /// <summary>What an organ took over, with the provision that is broken and the one that is applied.</summary>
    private PublicTable Bases(Organisation organ, DateOnly day) =>
        new(
            PublicList.Bases,
            Of(organ),
            day,
            ["编码", "版本", "违法行为", "违反的规定", "处罚依据", "承接依据", "有效期"],
            [
                .. catalogue
                    .Current.ViolationsOn(day)
                    .Select(v => (Violation: v, Adoption: catalogue.Current.NearestAdoptionOf(organ.Id, v.Code, day, divisionCode: null)))
                    .Where(x => x.Adoption is { } adopted && adopted.IsInForceOn(day))
                    .OrderBy(x => x.Violation.Code, StringComparer.Ordinal)
                    .Select(x =>
                        Row(
                            x.Violation.Code,
                            x.Violation.Version,
                            x.Violation.Name,
                            x.Violation.Violated.ToString(),
                            x.Violation.Threatened.ToString(),
                            x.Adoption!.Instrument,
                            Period(x.Adoption.From, x.Adoption.To)
                        )
                    ),
            ]
        );

    private PublicTable Reviews(Organisation organ, DateOnly day)
    {
        var adopted = catalogue.Current.ReviewCatalogueOn(organ.Path, day);
        var rows = adopted?.Rows ?? ReviewCatalogue.Default(key => catalogue.Current.Parameter(organ.Path, key, day));
        var source = adopted?.Instrument ?? "";
        return new(
            PublicList.Reviews,
            Of(organ),
            day,
            ["编码", "事项", "有效期", "来源"],
            [.. rows.Select(r => Row(r.Id, r.Item, Period(r.ValidFrom ?? adopted?.ValidFrom, r.ValidTo ?? adopted?.ValidTo), source))]
        );
    }

    /// <summary>Officers whose certificate is valid on the day: name, number, unit.</summary>
    private async Task<PublicTable> OfficersAsync(Organisation organ, DateOnly day, CancellationToken ct)
    {
        var (first, after) = OrganisationScope.Below(organ.Path);
        var found = await (
            from officer in db.Officers.IgnoreQueryFilters([AppDbContext.ScopeFilter]).AsNoTracking()
            join person in db.Persons.IgnoreQueryFilters([AppDbContext.ScopeFilter]).AsNoTracking() on officer.Id equals person.Id
            join unit in db.Organisations.AsNoTracking() on officer.OrganisationId equals unit.Id
            where string.Compare(officer.OrganisationPath, first) >= 0 && string.Compare(officer.OrganisationPath, after) < 0
            select new
            {
                officer,
                person.Name,
                Unit = unit.Name,
            }
        )
            .AsSplitQuery()
            .ToListAsync(ct);
        return new(
            PublicList.Officers,
            Of(organ),
            day,
            ["姓名", "执法证号", "所在单位", "有效期"],
            [
                .. found
                    .SelectMany(f =>
                        f.officer.Certificates.Where(c => c.OnDay.ReasonInvalidOn(day) is null)
                            .Select(c => Row(f.Name, c.Number, f.Unit, Period(c.IssuedOn, c.ExpiresOn)))
                    )
                    .OrderBy(r => r[1], StringComparer.Ordinal),
            ]
        );
    }

    private Organisation OrganOf(Guid? id) =>
        id is { } wanted && organs.Current.TryGetValue(wanted, out var organ)
            ? organ
            : throw OrganisationReader.NotFound.With(id is null ? "请指定街道或者乡镇" : $"机构 {id}");

    private string NameOf(string violationCode, DateOnly day) => catalogue.Current.ViolationOn(violationCode, day)?.Name ?? violationCode;

    private static PublicOrgan Of(Organisation organ) =>
        new(organ.Id, organ.Name, organ.Profile.Contact, organ.Profile.ReconsiderationOrgan, organ.Profile.Court);

    private static string Tiers(BenchmarkVersion benchmark) =>
        string.Join('；', benchmark.Tiers.OrderBy(t => t.Order).Select(t => $"{t.Level}：{t.Circumstance}，{t.Action}"));

    private static string Period(DateOnly? from, DateOnly? to) => from is null && to is null ? "" : $"{Day(from)} – {Day(to)}";

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static IReadOnlyList<string> Row(params IReadOnlyList<string> cells) => cells;
}
