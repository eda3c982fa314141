using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Inspections;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Personnel;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Inspections;

/// <summary>A check of a restaurant on Monday 2024-05-13, all in order, to change one part of.</summary>
internal static class AnInspection
{
    public const string Code = "23456789ABCDEFGHJKLM";

    public static readonly Guid Applicant = Guid.NewGuid();
    public static readonly Guid Lead = Guid.NewGuid();
    public static readonly OfficerAtScene First = Officer("张三");
    public static readonly OfficerAtScene Second = Officer("李四");
    public static readonly DateOnly Day = Date("2024-05-13");
    public static readonly DateTimeOffset EnteredAt = At("2024-05-13", 10);

    public static readonly Organisation Street = new(
        Guid.NewGuid(),
        null,
        OrganisationKind.Street,
        "hg",
        "汉沽街道",
        new(),
        At("2021-01-01")
    );

    public static OfficerAtScene Officer(
        string name,
        OfficerCapacity capacity = OfficerCapacity.Officer,
        bool certified = true,
        string validTo = "2026-12-31"
    )
    {
        var id = Guid.NewGuid();
        return new(name, new(id, capacity, certified ? new(id, $"{name}证", Date("2022-01-01"), Date(validTo), []) : null));
    }

    public static IReadOnlyList<CheckOfficer> Officers => CheckOfficer.Certified([First, Second], Day);

    public static CheckObject AnObject(PartyKind kind = PartyKind.LegalPerson) =>
        new(
            Guid.NewGuid(),
            1,
            Street,
            kind,
            "新开饭店",
            null,
            "汉沽街道新开中路36号",
            "餐饮经营",
            codeAcceptedBecause: null,
            At("2024-01-02")
        );

    public static NewCheck New(CheckObject? @object = null) =>
        new()
        {
            Id = Guid.NewGuid(),
            Seq = 2,
            Code = Code,
            Object = @object ?? AnObject(),
            Officers = Officers,
            Type = CheckPlanType.Daily,
            PlannedOn = Day,
            Matters = "油烟净化设施使用情况",
        };

    public static CheckTask AnApplication(NewCheck? @new = null) => new(@new ?? New(), Applicant, At("2024-05-10", 9));

    public static CheckTask AnApproved(NewCheck? @new = null)
    {
        var check = AnApplication(@new);
        check.Decide(refusedBecause: null, Lead, At("2024-05-10", 15));
        return check;
    }

    /// <summary>The officers came in after the code was read, announced, with their certificates shown.</summary>
    public static CheckEntry Entry =>
        new(EnteredAt, Code, NotScannedBecause: null, At("2024-05-11", 9), UnannouncedBecause: null, EnteredAt.AddMinutes(-5));

    public static CheckTask InProgress(CheckEntry? entry = null)
    {
        var check = AnApproved();
        check.Enter(entry ?? Entry, Officers, First.PersonId);
        return check;
    }

    public static CheckRecord Record(CheckResult? result = CheckResult.NoProblem) =>
        new(EnteredAt.AddHours(1), "设施正常使用。", result, Signed: true, RefusalNote: null);

    public static CheckTask ARecorded(CheckResult? result = CheckResult.NoProblem)
    {
        var check = InProgress();
        check.MakeRecord(Record(result), Date("2024-06-12"), First.PersonId);
        return check;
    }

    /// <summary>A case of the object, filed on a day; null: not filed yet.</summary>
    public static WhatFollowed ACase(string? on = "2024-05-13") => new(Guid.NewGuid(), null, on is null ? null : Date(on), "新开饭店");
}
