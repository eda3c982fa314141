using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Recording;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Cases.Ordinary;

/// <summary>Parts of an ordinary case that are in order, to change one of.</summary>
internal static class AnOrdinaryCase
{
    public static readonly Guid OfficerA = new("00000000-0000-0000-0000-00000000000a");
    public static readonly Guid OfficerB = new("00000000-0000-0000-0000-00000000000b");
    public static readonly Guid Head = new("00000000-0000-0000-0000-00000000000c");

    public static DateTimeOffset At(string date, int hour = 10) => LegalDate.StartOf(Date(date)).AddHours(hour);

    public static PenaltyItem Fine(long yuan) => new(PenaltyKind.Fine, yuan * 100);

    public static HearingAmounts Amounts(bool confirmed = true) => HearingAmounts.From(key => Parameter(key, confirmed));

    public static ParameterInForce Parameter(ParameterKey key, bool confirmed = true)
    {
        var parameter = LocalParameter.Shipped.Single(p => p.Key == key);
        return new(parameter, parameter.Default, confirmed, "shipped", ValidFrom: null, SetBy: null, ValueId: null);
    }

    public static PriorNotice Notice(string servedOn, bool hearingRight = false, params PenaltyItem[] penalties) =>
        new(
            At(servedOn),
            penalties.Length > 0 ? penalties : [Fine(1_000)],
            "占道经营",
            "影响通行",
            "《条例》第三十四条",
            true,
            hearingRight
        );

    public static EvidenceItem Evidence(Guid id) =>
        new(
            id,
            EvidenceKind.SceneRecord,
            "现场检查",
            At("2024-07-09"),
            "某路 1 号",
            [OfficerA, OfficerB],
            new string('a', 64),
            "占道情况",
            new(OfficerA, "张三", At("2024-07-12"), "与原件核对一致")
        );
}
