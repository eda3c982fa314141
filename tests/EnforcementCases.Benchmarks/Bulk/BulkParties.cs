using System.Globalization;
using EnforcementCases.Api.Parties;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Platform;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Benchmarks.Bulk;

/// <summary>Parties with numbers whose check digits are right; none of them is anybody. The number of a party says all about it.</summary>
internal sealed class BulkParties(PartyDesk desk, PersonalDataVault vault, int seed)
{
    private const string CreditSet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const int NumbersOfADay = 999;
    private static readonly string[] Surnames =
    [
        "张",
        "王",
        "李",
        "刘",
        "陈",
        "杨",
        "赵",
        "孙",
        "周",
        "吴",
        "郑",
        "马",
        "龚",
        "仉",
        "亓",
        "欧阳",
        "尉迟",
        "郗",
        "逄",
        "冼",
        "徐",
        "朱",
        "林",
        "何",
        "高",
        "罗",
        "梁",
        "宋",
        "唐",
        "许",
    ];
    private static readonly string[] GivenNames =
    [
        "伟",
        "建国",
        "秀英",
        "桂兰",
        "志强",
        "喆彧",
        "堃",
        "昇",
        "赟",
        "祎",
        "翀",
        "永顺",
        "淑敏",
        "晓东",
        "婧妍",
        "玥",
        "德福",
        "春梅",
        "海涛",
        "国庆",
        "立军",
        "玉珍",
        "红霞",
        "振华",
        "少芬",
        "明哲",
        "思雨",
        "子涵",
        "长庚",
        "凤兰",
    ];
    private static readonly string[] Shops = ["小吃店", "水果店", "便利店", "五金店", "早点铺", "洗车行", "理发店", "文具店"];
    private static readonly string[] Companies = ["商贸", "广告", "装饰工程", "餐饮管理", "房产经纪", "物业服务", "建筑劳务"];
    private static readonly string[] Roads =
    [
        "东风路",
        "新开路",
        "文化街",
        "建设路",
        "牌坊西街",
        "河西三纬路",
        "体育场街",
        "四马路",
        "一经路",
        "滨河街",
    ];

    /// <summary>The party as an officer enters it.</summary>
    public static PartyInput InputOf(CasePlan plan, int seed)
    {
        var dice = Dice.Of(seed, plan.Party, 2);
        var person = dice.Pick(Surnames) + dice.Pick(GivenNames) + (dice.Percent(40) ? dice.Pick(GivenNames)[..1] : "");
        var address = string.Create(CultureInfo.InvariantCulture, $"天津市滨海新区{dice.Pick(Roads)}{1 + dice.Below(200)}号");
        var phone = "139" + dice.Digits(8);
        return plan.Kind switch
        {
            PartyKind.Citizen when plan.SelfDeclared => new(
                plan.Kind,
                PartyIdentity.SelfDeclared,
                person,
                StatedAge: 20 + dice.Below(50),
                PhotoSha256: dice.Sha256(),
                Address: address
            ),
            PartyKind.Citizen => new(
                plan.Kind,
                PartyIdentity.Documented,
                person,
                IdentityDocument.CitizenIdCard,
                CitizenNumber(plan.Party),
                Address: address,
                Phone: phone
            ),
            PartyKind.IndividualBusiness => new(
                plan.Kind,
                PartyIdentity.Documented,
                $"滨海新区{person[..1]}记{dice.Pick(Shops)}{plan.Party % 1000:000}号店",
                IdentityDocument.CreditCode,
                CreditNumber("92", plan.Party),
                Representative: person,
                Address: address,
                Phone: phone
            ),
            PartyKind.LegalPerson or PartyKind.OtherOrganisation => new(
                plan.Kind,
                PartyIdentity.Documented,
                $"天津{dice.Pick(Surnames)}{dice.Pick(GivenNames)[..1]}{dice.Pick(Companies)}有限公司",
                IdentityDocument.CreditCode,
                CreditNumber("91", plan.Party),
                Representative: person,
                Address: address,
                Phone: phone
            ),
        };
    }

    /// <summary>The party as the case keeps it.</summary>
    public CheckedParty Check(CasePlan plan, Guid caseId) =>
        desk.Check(InputOf(plan, seed), LegalDate.Of(plan.At), SealedCell.OfParty.InCase(caseId));

    /// <summary>The party in the register; the same whenever it is asked for.</summary>
    public Party Enter(CasePlan plan, CheckedParty @checked)
    {
        var dice = Dice.Of(seed, plan.Party, 3);
        var id = dice.Id(plan.PartySince);
        return new(
            id,
            SequenceSource.FirstOf(plan.PartySince) + (plan.Party & 0x3FFF),
            @checked.Snapshot.Kind,
            @checked.Snapshot.Name,
            @checked.Snapshot.Document,
            @checked.Number is { } number ? desk.IndexOf(@checked.Snapshot.Document!.Value, number) : null,
            vault.SealText(@checked.Number, SealedCell.PartyDocument(id)),
            plan.PartySince
        );
    }

    private static string CitizenNumber(int party)
    {
        const string check = "10X98765432";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var born = new DateOnly(1958, 1, 1).AddDays(party % 15_000);
        var number = string.Create(CultureInfo.InvariantCulture, $"120108{born:yyyyMMdd}{1 + party / 15_000 % NumbersOfADay:000}");
        return number + check[weights.Select((w, i) => w * (number[i] - '0')).Sum() % 11];
    }

    private static string CreditNumber(string prefix, int party)
    {
        int[] weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
        int[] inner = [3, 7, 9, 10, 5, 8, 4, 2];
        var body = string.Create(CultureInfo.InvariantCulture, $"{party:00000000}");
        var digit = 11 - inner.Select((w, i) => w * (body[i] - '0')).Sum() % 11;
        var end = digit switch
        {
            10 => 'X',
            11 => '0',
            _ => (char)('0' + digit),
        };
        var code = $"{prefix}120116{body}{end}";
        return code + CreditSet[(31 - weights.Select((w, i) => w * CreditSet.IndexOf(code[i], StringComparison.Ordinal)).Sum() % 31) % 31];
    }
}
