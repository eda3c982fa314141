using System.Text.RegularExpressions;
using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Publicity;

/// <summary>A place in a compact text that is hidden, or in doubt.</summary>
/// <param name="Start">First character.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Instead">What is written in its place.</param>
/// <param name="IsDoubt">Whether the clerk decides.</param>
/// <param name="MayBeShown">Whether the clerk may show it.</param>
internal readonly record struct SensitivePlace(
    int Start,
    int Length,
    MaskKind Kind,
    string Instead,
    bool IsDoubt = false,
    bool MayBeShown = false
);

/// <summary>Finds what must not be shown in a text.</summary>
internal static partial class SensitivePlaces
{
    private const string NumberInstead = "（号码略）";
    private const string PlateInstead = "（车牌略）";
    private const string AddressInstead = "（住址略）";
    private const string AccountInstead = "（账号略）";
    private const string InformantInstead = "有关人员";

    /// <summary>From this many digits on a number is hidden whatever it is, unless it is public, a date or an amount.</summary>
    private const int FewestDigits = 7;

    private const int MobileDigits = 11;
    private const int FewestDigitsOfId = 15;

    public static IEnumerable<SensitivePlace> In(CompactText text, MaskContext context)
    {
        var known = PublicPlaces(text, context);
        return Named(text, context)
            .Concat(Names(text, context))
            .Concat(Numbers(text, context))
            .Concat(Plates(text))
            .Concat(Accounts(text))
            .Concat(HomeAddresses(text, context))
            .Concat(NamesInDoubt(text))
            .Concat(AddressesInDoubt(text))
            .Where(p => p.Kind is MaskKind.Named || !known.Exists(k => k.Start <= p.Start && p.Start + p.Length <= k.Start + k.Length));
    }

    private static List<(int Start, int Length)> PublicPlaces(CompactText text, MaskContext context)
    {
        var known = context.Public.SelectMany(p => text.Occurrences(p)).ToList();
        foreach (var code in CodeShape().Matches(text.Text).Where(m => IsCreditCode(m.Value)))
            known.Add((code.Index, code.Length)); // the code of an organisation is public
        return known;
    }

    private static bool IsCreditCode(string value) =>
        value[..17].Any(char.IsAsciiLetter) && CreditCode.TryParse(value) is { Warnings.Count: 0 };

    private static IEnumerable<SensitivePlace> Named(CompactText text, MaskContext context) =>
        context
            .Also.SelectMany(also => text.Occurrences(also))
            .Select(o => new SensitivePlace(o.Start, o.Length, MaskKind.Named, "（略）"));

    private static IEnumerable<SensitivePlace> Names(CompactText text, MaskContext context) =>
        from person in context.Persons
        where CompactText.Of(person.Name).Text.Length > 1
        from occurrence in text.Occurrences(person.Name)
        select new SensitivePlace(
            occurrence.Start,
            occurrence.Length,
            MaskKind.PersonName,
            person.As is LinkedAs.Informant ? InformantInstead : PublicName.Of(person.Name)
        );

    private static IEnumerable<SensitivePlace> Numbers(CompactText text, MaskContext context)
    {
        foreach (var number in context.Numbers)
        {
            foreach (var (start, length) in text.Occurrences(number, digits: true))
                yield return new(start, length, MaskKind.LongNumber, NumberInstead);
        }
        foreach (Match run in DigitRun().Matches(text.Digits))
        {
            var digits = run.Groups["digits"];
            if (digits.Length < FewestDigits)
            {
                if (ContactWord().IsMatch(text.Digits[..digits.Index]))
                    yield return new(digits.Index, digits.Length, MaskKind.OtherNumber, NumberInstead, MayBeShown: true);
                continue;
            }
            var isMobile = digits.Length == MobileDigits && digits.Value[0] == '1' && digits.Value[1] >= '3';
            var kind =
                digits.Length >= FewestDigitsOfId ? MaskKind.LongNumber
                : isMobile ? MaskKind.MobileNumber
                : MaskKind.OtherNumber;
            if (kind is MaskKind.OtherNumber && (IsDay(digits.Value) || Unit().IsMatch(text.Digits[(run.Index + run.Length)..])))
                continue;
            yield return new(run.Index, run.Length, kind, NumberInstead, MayBeShown: kind is MaskKind.OtherNumber);
        }
    }

    /// <summary>Eight digits that are a day, 20261130.</summary>
    private static bool IsDay(string digits) =>
        digits.Length == 8
        && digits[..2] is "19" or "20"
        && int.Parse(digits[4..6], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 12
        && int.Parse(digits[6..], System.Globalization.CultureInfo.InvariantCulture) is >= 1 and <= 31;

    private static IEnumerable<SensitivePlace> Plates(CompactText text) =>
        PlateShape().Matches(text.Digits).Select(m => new SensitivePlace(m.Index, m.Length, MaskKind.Plate, PlateInstead));

    private static IEnumerable<SensitivePlace> Accounts(CompactText text) =>
        MailShape()
            .Matches(text.Text)
            .Select(m => (m.Index, m.Length))
            .Concat(ChatAccount().Matches(text.Digits).Select(m => (m.Groups["id"].Index, m.Groups["id"].Length)))
            .Select(m => new SensitivePlace(m.Index, m.Length, MaskKind.OnlineAccount, AccountInstead));

    /// <summary>Known addresses, and what follows a word for living somewhere; the street or town stays.</summary>
    private static IEnumerable<SensitivePlace> HomeAddresses(CompactText text, MaskContext context)
    {
        foreach (var address in context.HomeAddresses)
        {
            var detail = Detail(address);
            foreach (var (start, length) in text.Occurrences(detail.Length >= 3 ? detail : address, digits: true))
                yield return new(start, length, MaskKind.HomeAddress, AddressInstead);
        }
        foreach (Match home in HomeWord().Matches(text.Digits))
        {
            var where = home.Groups["where"];
            var detail = Detail(where.Value);
            if (detail.Length > 0 && AddressWord().IsMatch(detail))
                yield return new(where.Index + where.Length - detail.Length, detail.Length, MaskKind.HomeAddress, AddressInstead);
        }
    }

    /// <summary>What follows the street or town in an address; the whole if it names none.</summary>
    private static string Detail(string address)
    {
        var street = StreetOrTown().Matches(address).LastOrDefault();
        return street is null ? address : address[(street.Index + street.Length)..];
    }

    private static IEnumerable<SensitivePlace> NamesInDoubt(CompactText text) =>
        from match in NameAfterWord().Matches(text.Text).Concat(NameBeforeTitle().Matches(text.Text))
        let name = match.Groups["name"]
        where !name.Value.Contains('某', StringComparison.Ordinal)
        select new SensitivePlace(name.Index, name.Length, MaskKind.PersonName, PublicName.Of(name.Value), IsDoubt: true, MayBeShown: true);

    private static IEnumerable<SensitivePlace> AddressesInDoubt(CompactText text) =>
        RoomShape()
            .Matches(text.Digits)
            .Select(m => new SensitivePlace(m.Index, m.Length, MaskKind.HomeAddress, AddressInstead, IsDoubt: true, MayBeShown: true));

    private const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex("[0-9A-HJ-NPQRTUWXY]{18}", Plain, 1000)]
    private static partial Regex CodeShape();

    [GeneratedRegex("(?<letters>[A-Z]{0,2})(?<digits>[0-9]{5,}X?)", Plain, 1000)]
    private static partial Regex DigitRun();

    [GeneratedRegex("(电话|手机|联系方式|座机|QQ|扣扣|微信|账号|卡号|证号)[^0-9]{0,4}$", Plain | RegexOptions.RightToLeft, 1000)]
    private static partial Regex ContactWord();

    [GeneratedRegex("^(元|万|亿|千|百|平|米|公|吨|升|克|件|个|只|块|条|根|台|箱|瓶|袋|张|份|株|棵|人|户|次|%|％|℃)", Plain, 1000)]
    private static partial Regex Unit();

    [GeneratedRegex(
        "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Z][A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]",
        Plain,
        1000
    )]
    private static partial Regex PlateShape();

    [GeneratedRegex("[A-Z0-9+]{1,64}@[A-Z0-9]{2,64}", Plain, 1000)]
    private static partial Regex MailShape();

    [GeneratedRegex("(微信|WECHAT|VX|QQ|扣扣|支付宝)(号码|账号|号|ID)?[:为是]?(?<id>[A-Z0-9]{5,30})", Plain, 1000)]
    private static partial Regex ChatAccount();

    [GeneratedRegex(
        "(家庭住址|住址|住所地?|家住|现住|暂住|居住[于在]|居住地址?|户籍所在地|户籍地址?|户籍|住在|住于)[为是:在]{0,2}(?<where>[^，。；,;、）)\u0001]{3,60})",
        Plain,
        1000
    )]
    private static partial Regex HomeWord();

    [GeneratedRegex("(路|街|巷|村|里|号|楼|室|单元|小区|门|栋|幢|组|苑|园|胡同)", Plain, 1000)]
    private static partial Regex AddressWord();

    [GeneratedRegex("(街道办事处|街道|镇|乡)", Plain, 1000)]
    private static partial Regex StreetOrTown();

    [GeneratedRegex("[0-9十百]{1,5}(号楼|栋|幢|座|楼)([0-9]{1,2}(单元|门))?[0-9]{3,4}(室|户|号)?(?![0-9年])", Plain, 1000)]
    private static partial Regex RoomShape();

    [GeneratedRegex(
        "(举报人|投诉人|证人|邻居|目击者|户主|业主|房东|租户|车主|司机|驾驶人|监护人|父亲|母亲|丈夫|妻子|儿子|女儿|家属|亲属|村民|居民|路人|店主|摊主|老板|经营者|负责人|联系人|姓名|名叫)[为是系叫:(（]{0,2}(?<name>["
            + PublicName.CommonSurnames
            + "][\u4e00-\u9fff]{1,2}?)(?=称|说|反映|举报|投诉|陈述|表示|证实|证明|在场|的|向|[，。、；：:;,()（）]|等|$)",
        Plain,
        1000
    )]
    private static partial Regex NameAfterWord();

    [GeneratedRegex("(?<name>[" + PublicName.CommonSurnames + "][\u4e00-\u9fff]{1,2})(?=先生|女士|同志|小姐)", Plain, 1000)]
    private static partial Regex NameBeforeTitle();
}
