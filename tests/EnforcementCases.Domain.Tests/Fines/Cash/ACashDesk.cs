using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Fines.Cash;
using EnforcementCases.Domain.Law;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Fines.Cash;

/// <summary>The cash desk of a street: its organ, its book, two officers, a cashier and a second person.</summary>
internal static class ACashDesk
{
    public static readonly Guid OfficerA = new("00000000-0000-0000-0000-00000000000a");
    public static readonly Guid OfficerB = new("00000000-0000-0000-0000-00000000000b");
    public static readonly Guid Cashier = new("00000000-0000-0000-0000-00000000000c");
    public static readonly Guid Second = new("00000000-0000-0000-0000-00000000000d");

    public static DateTimeOffset At(string day, int hour = 10) => LegalDate.StartOf(Date(day)).AddHours(hour);

    /// <summary>Booked on its own day.</summary>
    public static BookTime On(string day, int hour = 10) => new(At(day, hour), Date(day));

    public static CashBook ABook() => new(AnOrgan());

    public static ReceiptBatch ABatch(string from = "津罚A0001", string to = "津罚A0010", string receivedOn = "2024-05-06") =>
        new(Guid.NewGuid(), 1, AnOrgan(), from, to, "区财政局，领购单 12 号", On(receivedOn), Guid.NewGuid);

    private static Organisation AnOrgan() =>
        new(Guid.NewGuid(), null, OrganisationKind.Street, "hg", "汉沽街道办事处", new(), At("2021-01-01"));
}
