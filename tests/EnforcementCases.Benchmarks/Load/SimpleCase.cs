using System.Text.Json;
using EnforcementCases.Api.Access;
using EnforcementCases.Api.Personnel;

namespace EnforcementCases.Benchmarks.Load;

/// <summary>An on-the-spot decision as a handheld sends it: its identity, its key and its body are the device's own.</summary>
/// <param name="Officer">User name of the officer who logs it.</param>
internal sealed record SimpleCase(Guid CaseId, string Key, string Officer, byte[] Body);

/// <summary>Makes decisions that differ in party, case and key and in nothing else: the same size, the same violation, the same day.</summary>
/// <remarks>The day lies in the past, so that the figures do not depend on the calendar years that are loaded.</remarks>
internal sealed class SimpleCases
{
    private const int BirthDays = 15_000;
    private const int PerDay = 999;

    /// <summary>Both streets, so that both counters run.</summary>
    public static readonly IReadOnlyList<string> Officers = ["hg-officer1", "xc-officer1", "hg-officer2", "xc-officer2"];

    private static readonly DateTimeOffset At = new(2022, 5, 10, 9, 30, 0, TimeSpan.FromHours(8));

    private int made = Random.Shared.Next(BirthDays * PerDay);

    public SimpleCase Next()
    {
        var number = Interlocked.Increment(ref made) % (BirthDays * PerDay);
        var officer = Officers[number % Officers.Count];
        var caseId = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        return new(caseId, $"handheld-{caseId:N}", officer, JsonSerializer.SerializeToUtf8Bytes(BodyOf(caseId, officer, IdNumber(number))));
    }

    private static object BodyOf(Guid caseId, string officer, string idNumber) =>
        new
        {
            caseId,
            party = new
            {
                kind = "Citizen",
                identity = "Documented",
                name = "龚喆彧",
                document = "CitizenIdCard",
                documentNumber = idNumber,
                address = "天津市滨海新区汉沽街道新开中路昇堃里3号楼2门501室",
                phone = "13800005678",
            },
            violationCode = "GJ-ZD-01",
            committedAt = At,
            place = new
            {
                address = "天津市滨海新区汉沽街道新开中路与太平街交口东侧人行道",
                divisionCode = "120116",
                point = new
                {
                    type = "Point",
                    coordinates = new[] { 117.80123m, 39.25045m },
                    datum = "CGCS2000",
                },
            },
            facts = "当事人于上述时间在上述地点占用人行道摆放货架、商品从事经营活动，占用面积约2平方米，妨碍行人通行。上述事实有现场照片2张、当事人陈述为证。",
            notice = new
            {
                notifiedAt = At.AddMinutes(5),
                matters = new[] { "ProposedPenalty", "Facts", "Reasons", "Basis", "Rights" },
                notifiedAmountFen = 5_000,
                partyWords = "认可违法事实，请求从轻处理",
                answer = new { accepted = false, because = "没有从轻处罚的法定情形，拟处罚款已属较低数额" },
            },
            officers = Pair(officer)
                .Select(name => new { officerId = DemoIds.Person(name), certificateNumber = DemoOfficers.CertificateOf(name) })
                .ToArray(),
            certificatesShownAt = At.AddMinutes(1),
            kinds = new[] { "Fine" },
            amountFen = 5_000,
            reasonsForAmount = "占用面积较小，当事人配合，按一般情形处罚",
            exemption = new
            {
                slight = true,
                correctedInTime = false,
                noHarm = true,
            },
            correction = new { requirement = "立即清除占道物品，恢复人行道原状" },
            decidedAt = At.AddMinutes(20),
            delivery = new { handedOverAt = At.AddMinutes(20), signature = "Signed" },
            evidence = new[]
            {
                Evidence(idNumber + "1", "AudioVisualMaterial", "占道现场照片（近景）"),
                Evidence(idNumber + "2", "AudioVisualMaterial", "占道现场照片（远景）"),
                Evidence(idNumber + "3", "PartyStatement", "当事人陈述记录"),
            },
            device = new { id = "bench-device-01", sequence = 1 },
        };

    private static object Evidence(string seed, string kind, string description) =>
        new
        {
            kind,
            takenAt = At.AddMinutes(2),
            sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(seed))),
            description,
        };

    /// <summary>The law asks for two officers: the one who logs it and one more of the same street.</summary>
    private static string[] Pair(string officer) => [officer, $"{officer[..2]}-officer{(officer[^1] == '1' ? 3 : 4)}"];

    /// <summary>A citizen's number with its check character (GB 11643).</summary>
    private static string IdNumber(int number)
    {
        var first17 = $"120116{new DateOnly(1960, 1, 1).AddDays(number / PerDay):yyyyMMdd}{number % PerDay + 1:000}";
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return first17 + "10X98765432"[first17.Zip(weights, (c, w) => (c - '0') * w).Sum() % 11];
    }
}
