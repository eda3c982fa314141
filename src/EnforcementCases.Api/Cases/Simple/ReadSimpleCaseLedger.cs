using EnforcementCases.Domain;
using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Fines;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Access;
using EnforcementCases.Platform.Files;
using EnforcementCases.Platform.Web;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Simple;

/// <summary>Reads the ledger of cases decided on the spot (简易程序备案登记, D02) as a workbook (XLSX), by date of decision.</summary>
/// <param name="From">First legal date of the decision, inclusive.</param>
/// <param name="To">Last legal date of the decision, inclusive; the period has at most 366 days.</param>
/// <param name="OrganisationId">The street or town; default: the caller's own.</param>
public sealed record ReadSimpleCaseLedgerQuery(DateOnly From, DateOnly To, Guid? OrganisationId = null) : IRequest<SavedFile>;

internal sealed class ReadSimpleCaseLedgerValidator : AbstractValidator<ReadSimpleCaseLedgerQuery>
{
    private const int MostDays = 366;

    public ReadSimpleCaseLedgerValidator() =>
        RuleFor(q => q.To)
            .Must((q, to) => to >= q.From && to.DayNumber - q.From.DayNumber < MostDays)
            .WithMessage("期间不成立，或者超过366日");
}

internal sealed class ReadSimpleCaseLedgerHandler(
    AppDbContext db,
    OrganisationReader organisations,
    PublicAddress address,
    TimeProvider clock
) : IRequestHandler<ReadSimpleCaseLedgerQuery, SavedFile>
{
    private static readonly string[] Heading =
    [
        "序号",
        "决定书文号",
        "决定日期",
        "案由",
        "当事人",
        "处罚",
        "罚款金额",
        "缴款状态",
        "缴款方式",
        "已缴金额",
        "票据号码",
        "执法人员",
        "备案期限",
        "备案日期",
        "备案情况",
        "是否撤销",
        "影像链接",
    ];

    public async Task<SavedFile> Handle(ReadSimpleCaseLedgerQuery request, CancellationToken cancellationToken)
    {
        var organ = (await organisations.OrganAsync(request.OrganisationId, cancellationToken)).Id;
        var today = LegalDate.Of(clock.GetUtcNow());
        var cases = await db
            .Cases.AsNoTracking()
            .Where(c =>
                c.OrganId == organ && c.Procedure == CaseProcedure.Simple && c.DecidedOn >= request.From && c.DecidedOn <= request.To
            )
            .OrderBy(c => c.DecidedOn)
            .ThenBy(c => c.Seq)
            .Select(c => new
            {
                c.Id,
                c.DecisionNumber,
                c.DecidedOn,
                c.ViolationName,
                PartyName = c.Party.Name,
                c.Penalty.Warned,
                c.Penalty.FineFen,
                State = c.PaymentOrder == null ? (PaymentState?)null : c.PaymentOrder.State,
                PaidFen = c.PaymentOrder == null ? 0 : c.PaymentOrder.PaidFen,
                Payments = c.Payments.Select(p => new { p.Channel, p.ReceiptNumber }).ToList(),
                Officers = c.Officers.OrderBy(o => o.Place).Select(o => new { o.Name, o.CertificateNumber }).ToList(),
                ReportBy = c.Deadlines.Where(d => d.Kind == DeadlineKind.ReportBack).Select(d => (DateOnly?)d.LastDay).FirstOrDefault(),
                c.ReportedAt,
                Revoked = c.Effect.RevokedAt != null,
                Evidence = c.Evidence.Count,
            })
            .AsSplitQuery()
            .ToListAsync(cancellationToken);
        var rows = cases.Select(
            (c, i) =>
                (IReadOnlyList<object?>)
                    [
                        i + 1,
                        c.DecisionNumber,
                        $"{c.DecidedOn:yyyy-MM-dd}",
                        c.ViolationName,
                        c.PartyName,
                        c.FineFen > 0 ? (c.Warned ? "警告、罚款" : "罚款") : "警告",
                        Money.OfFen(c.FineFen),
                        c.State is { } state ? state.Term() : "无罚款",
                        string.Join('、', c.Payments.Select(p => p.Channel.Term()).Distinct(StringComparer.Ordinal)),
                        Money.OfFen(c.PaidFen),
                        string.Join('、', c.Payments.Select(p => p.ReceiptNumber).OfType<string>()),
                        string.Join('、', c.Officers.Select(o => $"{o.Name}（{o.CertificateNumber}）")),
                        $"{c.ReportBy:yyyy-MM-dd}",
                        c.ReportedAt is { } at ? $"{LegalDate.Of(at):yyyy-MM-dd}" : "",
                        Reported(c.ReportedAt is { } on ? LegalDate.Of(on) : null, c.ReportBy, today),
                        c.Revoked ? "已撤销" : "",
                        c.Evidence > 0 ? address.Of($"/api/v1/cases/{c.Id}/record") ?? "" : "",
                    ]
        );
        return new(
            SpreadsheetFile.Write(new SpreadsheetSheet("简易程序备案登记", Heading, rows)),
            $"简易程序备案登记 {request.From:yyyy-MM-dd}至{request.To:yyyy-MM-dd}.xlsx"
        );
    }

    private static string Reported(DateOnly? on, DateOnly? by, DateOnly today) =>
        on is { } day ? (day > by ? "逾期备案" : "已备案")
        : today > by ? "逾期未备案"
        : "待备案";
}
