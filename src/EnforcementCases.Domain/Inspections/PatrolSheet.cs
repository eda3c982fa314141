using EnforcementCases.Domain.Access;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Personnel;
using EnforcementCases.Domain.Recording;

namespace EnforcementCases.Domain.Inspections;

/// <summary>A person on patrol; auxiliary staff count, since a patrol is no check.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Name.</param>
/// <param name="Capacity">Officer or auxiliary.</param>
public sealed record PatrolMember(Guid PersonId, string Name, OfficerCapacity Capacity);

/// <summary>A place that was patrolled (巡查点位), with what was done there.</summary>
/// <param name="Name">Name of the place; at most 100 characters.</param>
/// <param name="StallsCleared">Stalls cleared, 0 or more.</param>
/// <param name="ShopsCorrected">Shops that corrected something at once, 0 or more.</param>
public sealed record PatrolPlace(string Name, int StallsCleared, int ShopsCorrected)
{
    /// <summary>Longest name.</summary>
    public const int NameMaxLength = 100;
}

/// <summary>A patrol sheet (巡查记录): who was out, with which vehicles, at which places. Its sums are counted from its rows and never typed (ST-11).</summary>
public sealed class PatrolSheet : RecordedAggregate, IInspectionMatter
{
    /// <summary>Most persons, vehicles or places of a sheet.</summary>
    public const int MostRows = 200;

    /// <summary>Longest reason.</summary>
    public const int ReasonMaxLength = 300;

    private PatrolSheet() { }

    /// <summary>Enters a sheet.</summary>
    /// <param name="vehicles">Plates or numbers of the vehicles.</param>
    /// <param name="campaign">The campaign; null if none.</param>
    /// <exception cref="DomainException"><see cref="InspectionErrors.PatrolTimes"/>, <see cref="InspectionErrors.PatrolDoubled"/> or <see cref="InspectionErrors.OutsideCampaign"/>.</exception>
    public PatrolSheet(
        Guid id,
        long seq,
        Organisation organ,
        DateTimeOffset startedAt,
        DateTimeOffset endedAt,
        IReadOnlyList<PatrolMember> members,
        IReadOnlyList<string> vehicles,
        IReadOnlyList<PatrolPlace> places,
        Campaign? campaign,
        Guid by
    )
    {
        if (endedAt <= startedAt || endedAt - startedAt > TimeSpan.FromHours(24))
            throw InspectionErrors.PatrolTimes.With($"共 {(endedAt - startedAt).TotalMinutes:0} 分钟").At("/startedAt");
        if (members.DistinctBy(m => m.PersonId).Count() < members.Count)
            throw InspectionErrors.PatrolDoubled.With("每人、每车在一张巡查单中只填写一次").At("/memberIds");
        if (vehicles.Distinct(StringComparer.Ordinal).Count() < vehicles.Count)
            throw InspectionErrors.PatrolDoubled.With("每人、每车在一张巡查单中只填写一次").At("/vehicles");
        (Id, Seq, OrganId, OrganisationPath) = (id, seq, organ.Id, organ.Path);
        (StartedAt, EndedAt, PatrolledOn) = (startedAt, endedAt, LegalDate.Of(startedAt));
        campaign?.EnsureCovers(PatrolledOn);
        (Members, Vehicles, Places, CampaignId, EnteredBy) = (members, vehicles, places, campaign?.Id, by);
        (PersonTimes, VehicleTimes, PlaceTimes) = (members.Count, vehicles.Count, places.Count);
        (StallsCleared, ShopsCorrected) = (places.Sum(p => p.StallsCleared), places.Sum(p => p.ShopsCorrected));
        Record(
            new(
                "patrol-entered",
                endedAt,
                new RecordFields()
                    .Add("patrol", id)
                    .Add("on", PatrolledOn)
                    .Add("personTimes", PersonTimes)
                    .Add("vehicleTimes", VehicleTimes)
                    .Add("placeTimes", PlaceTimes)
                    .Add("stallsCleared", StallsCleared)
                    .Add("shopsCorrected", ShopsCorrected)
                    .Add("campaign", CampaignId),
                new RecordFields().Add("members", members.Select(m => m.Name)).Add("places", places.Select(p => p.Name))
            )
        );
    }

    /// <inheritdoc />
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public long Seq { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset EndedAt { get; private set; }

    /// <summary>Legal date of its beginning; figures count by it.</summary>
    public DateOnly PatrolledOn { get; private set; }

    /// <summary>Persons on patrol.</summary>
    public IReadOnlyList<PatrolMember> Members { get; private set; } = [];

    /// <summary>Vehicles.</summary>
    public IReadOnlyList<string> Vehicles { get; private set; } = [];

    /// <summary>Places.</summary>
    public IReadOnlyList<PatrolPlace> Places { get; private set; } = [];

    /// <summary>The campaign; null if none.</summary>
    public Guid? CampaignId { get; private set; }

    /// <summary>Who entered it.</summary>
    public Guid EnteredBy { get; private set; }

    /// <summary>人次: persons on the sheet.</summary>
    public int PersonTimes { get; private set; }

    /// <summary>车次: vehicles on the sheet.</summary>
    public int VehicleTimes { get; private set; }

    /// <summary>处次: places on the sheet.</summary>
    public int PlaceTimes { get; private set; }

    /// <summary>Stalls cleared at all places.</summary>
    public int StallsCleared { get; private set; }

    /// <summary>Shops corrected at all places.</summary>
    public int ShopsCorrected { get; private set; }

    /// <summary>When it was voided; null if it counts.</summary>
    public DateTimeOffset? VoidedAt { get; private set; }

    /// <summary>Why it was voided.</summary>
    public string? VoidedBecause { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Voids a sheet that was entered wrongly (作废): it no longer counts, and neither do its reminders.</summary>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/>.</exception>
    public void Void(string reason, Guid by, DateTimeOffset at)
    {
        if (VoidedAt is not null)
            throw InspectionErrors.NotOpen.With("巡查单已经作废");
        (VoidedAt, VoidedBecause) = (at, reason);
        Version++;
        Record(new("patrol-voided", at, new RecordFields().Add("patrol", Id).Add("by", by)));
    }
}

/// <summary>A reminder handed out on patrol (提醒单): with a number, a party and an end.</summary>
public sealed class Reminder : RecordedAggregate, IInspectionMatter
{
    /// <summary>Longest name of a party.</summary>
    public const int PartyNameMaxLength = 100;

    /// <summary>Longest content.</summary>
    public const int ContentMaxLength = 1000;

    /// <summary>Longest note.</summary>
    public const int NoteMaxLength = 300;

    private Reminder() { }

    /// <summary>Hands out a reminder.</summary>
    /// <param name="number">Its number, issued by the ledger.</param>
    /// <param name="correctBy">Last day for correcting, inclusive.</param>
    /// <param name="pointer">The member of the request that names that day.</param>
    /// <exception cref="DomainException"><see cref="InspectionErrors.ReminderDay"/>.</exception>
    public Reminder(
        Guid id,
        long seq,
        PatrolSheet patrol,
        string number,
        string partyName,
        string content,
        DateOnly correctBy,
        string pointer
    )
    {
        if (correctBy < patrol.PatrolledOn)
            throw InspectionErrors.ReminderDay.With($"于 {patrol.PatrolledOn:yyyy-MM-dd} 发放").At(pointer);
        (Id, Seq, OrganId, OrganisationPath) = (id, seq, patrol.OrganId, patrol.OrganisationPath);
        (PatrolId, Number, PartyName, Content) = (patrol.Id, number, partyName, content);
        (HandedOn, CorrectBy) = (patrol.PatrolledOn, correctBy);
        Record(
            new(
                "reminder-handed-out",
                patrol.EndedAt,
                new RecordFields().Add("patrol", PatrolId).Add("number", number).Add("correctBy", correctBy),
                new RecordFields().Add("party", partyName).Add("content", content)
            )
        );
    }

    /// <inheritdoc />
    public Guid Id { get; private set; }

    /// <inheritdoc />
    public long Seq { get; private set; }

    /// <inheritdoc />
    public int Version { get; private set; } = 1;

    /// <inheritdoc />
    public Guid OrganId { get; private set; }

    /// <inheritdoc />
    public string OrganisationPath { get; private set; } = "";

    /// <summary>The patrol.</summary>
    public Guid PatrolId { get; private set; }

    /// <summary>Its number.</summary>
    public string Number { get; private set; } = "";

    /// <summary>Name of the party.</summary>
    public string PartyName { get; private set; } = "";

    /// <summary>Of what the party was reminded.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Day on which it was handed out.</summary>
    public DateOnly HandedOn { get; private set; }

    /// <summary>Last day for correcting, inclusive.</summary>
    public DateOnly CorrectBy { get; private set; }

    /// <summary>How it ended; null before.</summary>
    public ReminderEnd? End { get; private set; }

    /// <summary>Day of its end.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>What was seen then.</summary>
    public string? EndNote { get; private set; }

    /// <summary>The case that it led to; null if none.</summary>
    public Guid? CaseId { get; private set; }

    /// <inheritdoc />
    public override Guid RecordChainId => OrganId;

    /// <inheritdoc />
    public override string RecordOrganisationPath => OrganisationPath;

    /// <summary>Ends it (办结).</summary>
    /// <param name="patrol">The patrol on which it was handed out.</param>
    /// <param name="case">The case, with its legal date; null unless it ends with a case.</param>
    /// <exception cref="DomainException"><see cref="InspectionErrors.NotOpen"/>, <see cref="InspectionErrors.OutOfOrder"/>, <see cref="InspectionErrors.ReminderCase"/> or
    /// <see cref="InspectionErrors.FollowedBefore"/>.</exception>
    public void EndBy(PatrolSheet patrol, ReminderEnd end, string note, WhatFollowed? @case, DateTimeOffset at)
    {
        if (patrol.VoidedAt is not null)
            throw InspectionErrors.NotOpen.With("巡查单已经作废");
        if (EndedOn is { } before)
            throw InspectionErrors.NotOpen.With($"已于 {before:yyyy-MM-dd} 办结");
        if (LegalDate.Of(at) < HandedOn)
            throw InspectionErrors.OutOfOrder.With($"于 {HandedOn:yyyy-MM-dd} 发放").At("/doneAt");
        if (end is ReminderEnd.CaseEntered != @case is not null)
            throw InspectionErrors.ReminderCase.With(end.Term()).At("/caseId");
        if (@case?.On is { } on && on < HandedOn)
            throw InspectionErrors.FollowedBefore.With($"提醒单于 {HandedOn:yyyy-MM-dd}，后续处理于 {on:yyyy-MM-dd}").At("/caseId");
        (End, EndedOn, EndNote, CaseId) = (end, LegalDate.Of(at), note, @case?.CaseId);
        Version++;
        Record(new("reminder-ended", at, new RecordFields().Add("number", Number).Add("end", end).Add("case", CaseId)));
    }
}
