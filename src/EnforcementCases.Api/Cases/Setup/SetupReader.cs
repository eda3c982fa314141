using System.Globalization;
using EnforcementCases.Api.Catalogue;
using EnforcementCases.Domain;
using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Persistence;
using EnforcementCases.Platform.Web;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Cases.Setup;

/// <summary>Finds what is set up for an organisation, step by step.</summary>
internal sealed class SetupReader(AppDbContext db, CatalogueDirectory directory, PublicAddress address, TimeProvider clock)
{
    /// <summary>Officers of a decision on the spot, unless a law sets another number (行政处罚法 第四十二条).</summary>
    private const int OfficersNeeded = 2;

    private const int ClerksNeeded = 2;

    /// <summary>From this month on the calendar of the next year is missed: deadlines of decisions reach into it.</summary>
    private const int MonthOfNextCalendar = 11;

    public async Task<IReadOnlyList<SetupStep>> StepsAsync(Organisation organ, CancellationToken ct)
    {
        var today = LegalDate.Of(clock.GetUtcNow());
        var clerks = await HoldersAsync(organ, Role.CatalogueClerk, ct);
        var adopted = await db
            .Adoptions.AsNoTracking()
            .CountAsync(a => a.OrganId == organ.Id && a.From <= today && (a.To == null || a.To >= today), ct);
        return
        [
            await OrganisationAsync(organ, ct),
            Profile(organ),
            await OfficersAsync(organ, today, ct),
            await AccountsAsync(organ, ct),
            Step(
                SetupPart.Clerks,
                clerks >= ClerksNeeded,
                needed: adopted == 0,
                $"目录管理员 {clerks} 人，一人录入、另一人确认，须有 {ClerksNeeded} 人",
                [],
                "POST /api/v1/admin/accounts"
            ),
            Step(
                SetupPart.Adoptions,
                adopted > 0,
                needed: true,
                $"今日有效的承接事项 {adopted} 项",
                [],
                "POST /api/v1/catalogue/changes?dryRun=false&basis=…, POST /api/v1/catalogue/changes/{id}/confirmation"
            ),
            Calendar(today),
            Parameters(organ, today),
            Step(
                SetupPart.PublicAddress,
                address.Root is not null,
                needed: false,
                address.Root is { } root ? (Sentence)$"文书上的二维码指向 {root}" : "未设置，文书上不印二维码",
                [],
                "Public:Address"
            ),
            ToCheck(SetupPart.Keys, "密钥丢失后不能读取个人信息；须在本机之外另存一份", "scripts/backup --keys"),
            ToCheck(SetupPart.Backup, "备份由运维定时执行，并至少试恢复一次", "scripts/backup, scripts/restore"),
        ];
    }

    private async Task<SetupStep> OrganisationAsync(Organisation organ, CancellationToken ct)
    {
        var isOrgan = organ.OrganId == organ.Id;
        var below = isOrgan ? 1 : await Below(db.Organisations.AsNoTracking(), organ).CountAsync(o => o.OrganId == o.Id, ct);
        return Step(
            SetupPart.Organisation,
            isOrgan,
            needed: true,
            isOrgan
                ? (Sentence)$"{organ.Name} 以自己的名义办案"
                : (Sentence)$"{organ.Name} 之下的街道、乡镇 {below} 个；案件以街道、乡镇的名义办理，请按 organisationId 逐个查看",
            [],
            below > 0 ? "GET /api/v1/admin/setup?organisationId=…" : "POST /api/v1/admin/organisations"
        );
    }

    private static SetupStep Profile(Organisation organ)
    {
        var profile = organ.Profile;
        string[] missing =
        [
            .. new (string Member, string Value)[]
            {
                ("shortName", profile.ShortName),
                ("reconsiderationOrgan", profile.ReconsiderationOrgan),
                ("court", profile.Court),
                ("payeeText", profile.PayeeText),
                ("divisionCodes", profile.DivisionCodes),
                ("contact", profile.Contact),
            }
                .Where(m => m.Value.Length == 0)
                .Select(m => m.Member),
        ];
        return Step(
            SetupPart.Profile,
            missing.Length == 0,
            needed: true,
            missing.Length == 0 ? "文书所印的机构信息已填写" : (Sentence)$"机构信息尚缺 {missing.Length} 项",
            missing,
            "PUT /api/v1/admin/organisations/{id}/profile"
        );
    }

    private async Task<SetupStep> OfficersAsync(Organisation organ, DateOnly today, CancellationToken ct)
    {
        var officers = await db
            .Officers.AsNoTracking()
            .Where(o => db.Organisations.Any(unit => unit.Id == o.OrganisationId && unit.OrganId == organ.Id))
            .AsSplitQuery()
            .ToListAsync(ct);
        var certified = officers.Count(o => o.Certificates.Any(c => c.OnDay.ReasonInvalidOn(today) is null));
        return Step(
            SetupPart.Officers,
            certified >= OfficersNeeded,
            needed: true,
            $"登记人员 {officers.Count} 人，其中今日持有效执法证件 {certified} 人；办案须有 {OfficersNeeded} 人",
            [],
            officers.Count < OfficersNeeded
                ? "POST /api/v1/officers, POST /api/v1/officers/import"
                : "POST /api/v1/officers/{id}/certificates"
        );
    }

    private async Task<SetupStep> AccountsAsync(Organisation organ, CancellationToken ct)
    {
        var (officers, heads) = (await HoldersAsync(organ, Role.Officer, ct), await HoldersAsync(organ, Role.Head, ct));
        return Step(
            SetupPart.Accounts,
            officers > 0 && heads > 0,
            needed: true,
            $"可以登录的执法人员 {officers} 人，机关负责人 {heads} 人",
            [.. new[] { (officers, Role.Officer), (heads, Role.Head) }.Where(r => r.Item1 == 0).Select(r => r.Item2.ToString())],
            "POST /api/v1/admin/accounts, POST /api/v1/admin/changes/{id}/confirm"
        );
    }

    private SetupStep Calendar(DateOnly today)
    {
        int[] years = today.Month >= MonthOfNextCalendar ? [today.Year, today.Year + 1] : [today.Year];
        string[] missing =
        [
            .. years
                .Where(year => !directory.Current.Calendar.Years.Contains(year))
                .Select(year => year.ToString(CultureInfo.InvariantCulture)),
        ];
        return Step(
            SetupPart.Calendar,
            missing.Length == 0,
            needed: !directory.Current.Calendar.Covers(today),
            missing.Length == 0 ? "所需年度的放假安排已录入" : (Sentence)$"尚缺 {string.Join('、', missing)} 年的放假安排，不能计算工作日",
            missing,
            "POST /api/v1/catalogue/calendar/{year}"
        );
    }

    /// <summary>Nobody waits for them: an act that depends on an unconfirmed value is refused with the key.</summary>
    private SetupStep Parameters(Organisation organ, DateOnly today)
    {
        string[] open =
        [
            .. LocalParameter
                .Shipped.Where(p => !directory.Current.Parameter(organ.Path, p.Key, today).IsConfirmed)
                .Select(p => p.Key.Text)
                .Order(StringComparer.Ordinal),
        ];
        return Step(
            SetupPart.Parameters,
            open.Length == 0,
            needed: false,
            open.Length == 0 ? "因地参数均已确认" : (Sentence)$"尚有 {open.Length} 项因地参数未经第二人确认，须按本地规定核对",
            open,
            "GET /api/v1/catalogue/parameters, POST /api/v1/catalogue/changes"
        );
    }

    /// <summary>Persons of the organ and the units below it who can sign in with a role.</summary>
    private Task<int> HoldersAsync(Organisation organ, Role role, CancellationToken ct)
    {
        var (from, to) = (OrganisationScope.Below(organ.Path).From, OrganisationScope.Below(organ.Path).To);
        return db
            .Users.AsNoTracking()
            .Where(a => string.Compare(a.OrganisationPath, from) >= 0 && string.Compare(a.OrganisationPath, to) < 0)
            .Where(a => !a.Disabled && a.Roles.Any(r => r.Role == role))
            .Select(a => a.PersonId)
            .Distinct()
            .CountAsync(ct);
    }

    private static IQueryable<Organisation> Below(IQueryable<Organisation> organisations, Organisation top)
    {
        var (from, to) = (OrganisationScope.Below(top.Path).From, OrganisationScope.Below(top.Path).To);
        return organisations.Where(o => string.Compare(o.Path, from) >= 0 && string.Compare(o.Path, to) < 0);
    }

    private static SetupStep Step(SetupPart part, bool done, bool needed, Sentence found, IReadOnlyList<string> missing, string next) =>
        new(part, done ? SetupState.Done : SetupState.Missing, needed, found, missing, done ? null : next);

    private static SetupStep ToCheck(SetupPart part, Sentence found, string next) =>
        new(part, SetupState.CheckYourself, Needed: false, found, [], next);
}
