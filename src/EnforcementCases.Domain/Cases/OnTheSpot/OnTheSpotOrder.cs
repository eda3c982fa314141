using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Cases.OnTheSpot;

/// <summary>Order of hours of a decision on the spot: committed (an offence that lasted: begun), discovered, certificates shown, notified, decided; evidence is taken in between. 行政处罚法 第四十条、第四十四条、第五十二条.</summary>
internal static class OnTheSpotOrder
{
    /// <summary>Refuses hours that are out of order.</summary>
    /// <exception cref="DomainException"><see cref="OrderOfActs.BeforeItsGround"/>, with both.</exception>
    public static void EnsureKept(OnTheSpotFacts facts) => Obstacles(facts).RefuseFirst();

    private static IEnumerable<DomainException> Obstacles(OnTheSpotFacts facts)
    {
        var decided = new Dated("决定", facts.DecidedAt) { Pointer = "/decidedAt" };
        // an offence that goes on is dated by its end, which may still come
        var ended = facts.Continuing ? null : new Dated("违法行为发生的时间", facts.CommittedAt) { Pointer = "/committedAt" };
        var committed = facts.BegunAt is { } begun ? new Dated("违法行为开始的时间", begun) { Pointer = "/begunAt" } : ended;
        var discovered = facts.DiscoveredOn is { } day ? Dated.On("发现违法行为的时间", day) with { Pointer = "/discoveredOn" } : null;
        var shown = facts.CertificatesShownAt is { } shownAt
            ? new Dated("出示执法证件", shownAt) { Pointer = "/certificatesShownAt" }
            : null;
        var notified = facts.Notice.NotifiedAt is { } notifiedAt ? new Dated("告知", notifiedAt) { Pointer = "/notice/notifiedAt" } : null;
        var rechecked = facts.EarlierOrder?.RecheckedOn is { } on
            ? Dated.On("责令改正的复查", on) with
            {
                Pointer = "/correctionOrderId",
            }
            : null;
        return InTurn([committed, discovered, shown, notified, decided])
            .Concat(InTurn([committed, ended, decided]))
            .Concat(InTurn([rechecked, decided]))
            .Concat(
                facts.Evidence.SelectMany((e, i) => InTurn([committed, e.Kind.IsRecording() ? null : discovered, Taken(e, i), decided]))
            );
    }

    /// <summary>Each against each that has to come before: a day without an hour lets its neighbours pass.</summary>
    private static IEnumerable<DomainException> InTurn(IReadOnlyList<Dated?> days)
    {
        var given = days.OfType<Dated>().ToList();
        return given
            .SelectMany((later, i) => given.Take(i).Select(first => OrderOfActs.ObstacleUnlessAfter(later, first)))
            .OfType<DomainException>();
    }

    private static Dated Taken(EvidenceReference evidence, int place) =>
        new("取证时间", evidence.TakenAt) { Pointer = $"/evidence/{place}/takenAt" };
}
