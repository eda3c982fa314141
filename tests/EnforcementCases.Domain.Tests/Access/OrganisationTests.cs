using EnforcementCases.Domain.Access;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Cases.Ordinary.AnOrdinaryCase;

namespace EnforcementCases.Domain.Tests.Access;

/// <summary>The tree of organisations, who sees what of it, and which roles one person may hold.</summary>
public sealed class OrganisationTests
{
    private static readonly DateTimeOffset Founded = At("2021-01-01");
    private static readonly Organisation City = Found(null, OrganisationKind.City, "tj");
    private static readonly Organisation District = Found(City, OrganisationKind.District, "bhxq");
    private static readonly Organisation Street = Found(District, OrganisationKind.Street, "hg");

    [Fact, Rule("APL-17")]
    public void A_path_leads_down_the_tree_and_a_team_acts_for_its_street()
    {
        var team = new Organisation(Guid.NewGuid(), Street, OrganisationKind.Team, "zd1", "一中队", new() { ShortName = "汉沽" }, Founded);

        team.ShouldHave(
            new
            {
                ParentId = (Guid?)Street.Id,
                Kind = OrganisationKind.Team,
                Code = "zd1",
                Name = "一中队",
                Path = "/tj/bhxq/hg/zd1/",
                RecordOrganisationPath = "/tj/bhxq/hg/zd1/",
                RecordChainId = team.Id,
                OrganId = (Guid?)Street.Id,
                CreatedAt = Founded,
                Version = 1,
            }
        );
        team.Profile.ShortName.ShouldBe("汉沽");
        team.ShouldRecord(
            "organisation-founded",
            Founded,
            new
            {
                path = "/tj/bhxq/hg/zd1/",
                kind = "Team",
                name = "一中队",
                organ = Street.Id,
            }
        );
        (Street.OrganId, Found(District, OrganisationKind.Town, "xk").OrganId is null, District.OrganId).ShouldBe((Street.Id, false, null));
        City.ParentId.ShouldBeNull();
    }

    [Theory]
    [InlineData(OrganisationKind.City, null, true)]
    [InlineData(OrganisationKind.City, OrganisationKind.City, false)]
    [InlineData(OrganisationKind.District, OrganisationKind.City, true)]
    [InlineData(OrganisationKind.District, OrganisationKind.District, false)]
    [InlineData(OrganisationKind.Street, OrganisationKind.District, true)]
    [InlineData(OrganisationKind.Street, OrganisationKind.City, true)]
    [InlineData(OrganisationKind.Street, OrganisationKind.Street, false)]
    [InlineData(OrganisationKind.Town, OrganisationKind.District, true)]
    [InlineData(OrganisationKind.Town, OrganisationKind.City, true)]
    [InlineData(OrganisationKind.Town, OrganisationKind.Street, false)]
    [InlineData(OrganisationKind.Team, OrganisationKind.Street, true)]
    [InlineData(OrganisationKind.Team, OrganisationKind.District, true)]
    [InlineData(OrganisationKind.Team, OrganisationKind.City, true)]
    [InlineData(OrganisationKind.Team, OrganisationKind.Team, false)]
    public void Each_kind_stands_below_its_own(OrganisationKind kind, OrganisationKind? parent, bool allowed)
    {
        var above = parent switch
        {
            null => null,
            OrganisationKind.City => City,
            OrganisationKind.District => District,
            OrganisationKind.Team => Found(Street, OrganisationKind.Team, "zd1"),
            _ => Street,
        };
        new Action(() => Found(above, kind, "x")).ShouldRefuse(!allowed, Organisation.WrongParent);
    }

    [Fact]
    public void A_path_has_at_most_two_hundred_characters()
    {
        new Action(() => Found(null, OrganisationKind.City, new string('a', 198))).ShouldRefuse(null);
        new Action(() => Found(null, OrganisationKind.City, new string('a', 199))).ShouldRefuse(Organisation.PathTooLong);
    }

    [Fact]
    public void Profile_and_seal_are_changed_with_a_record()
    {
        var street = Found(District, OrganisationKind.Street, "xc");
        var profile = new OrganisationProfile
        {
            ShortName = "新村",
            NumberTemplate = "{serial}",
            ReconsiderationOrgan = "区政府",
            PayeeText = "某银行",
            SealSha256 = "a",
        };

        street.ChangeProfile("新村街道办事处", profile, At("2022-01-01"));

        (street.Name, street.Profile, street.Version).ShouldBe(("新村街道办事处", profile, 2));
        street.ShouldRecord(
            "organisation-profile-changed",
            At("2022-01-01"),
            new
            {
                name = "新村街道办事处",
                shortName = "新村",
                numberTemplate = "{serial}",
                reconsiderationOrgan = "区政府",
                payee = "某银行",
                sealSha256 = "a",
            }
        );
        street.ChangeSeal("b", At("2022-01-02"));
        (street.Profile, street.Version).ShouldBe((profile with { SealSha256 = "b" }, 3));
        street.ShouldRecord("organisation-seal-changed", At("2022-01-02"), new { sealSha256 = "b" });
    }

    [Theory, Rule("APL-22")]
    [InlineData("120116015", "120116015")]
    [InlineData("120116017003", "120116017")] // a part of the second area
    [InlineData("120114001", "120116015")] // elsewhere: held against the first
    public void An_organ_of_several_areas_is_held_against_the_one_of_the_place(string place, string area) =>
        new OrganisationProfile { DivisionCodes = "120116015, 120116017" }
            .AreaOf(place)
            .ShouldBe(area);

    [Fact]
    public void An_organ_without_an_area_has_none() => new OrganisationProfile().AreaOf("120116015").ShouldBe("");

    [Theory]
    [InlineData("/tj/bhxq/hg/", true)]
    [InlineData("/tj/bhxq/hg/zd1/", true)]
    [InlineData("/tj/bhxq/", false)]
    [InlineData("/tj/bhxq/hga/", false)]
    [InlineData("/tj/bhxq/hg0", false)]
    [InlineData("/tj/bhxq/xc/", false)]
    public void A_scope_is_the_organisation_and_everything_below(string path, bool inside)
    {
        OrganisationScope.Below("/tj/bhxq/hg/").Contains(path).ShouldBe(inside);
        OrganisationScope.All.Contains(path).ShouldBeTrue();
        OrganisationScope.None.Contains(path).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null, Role.Officer, Role.Head, Role.TeamLead)]
    [InlineData(null, Role.Officer, Role.Cashier)]
    [InlineData(null, Role.Auditor, Role.Supervisor)]
    [InlineData("access.auditor-role-conflict", Role.Auditor, Role.Officer)]
    [InlineData("access.auditor-role-conflict", Role.Auditor, Role.CatalogueClerk)]
    [InlineData("access.cashier-role-conflict", Role.Cashier, Role.Head)]
    [InlineData("access.cashier-role-conflict", Role.Cashier, Role.TeamLead)]
    [InlineData("access.reviewer-role-conflict", Role.LegalReviewer, Role.Officer)]
    [InlineData(null, Role.Administrator)]
    [InlineData(null, Role.Integration)]
    [InlineData("access.roles-conflict", Role.Administrator, Role.Auditor)]
    [InlineData("access.roles-conflict", Role.Officer, Role.Administrator)]
    [InlineData("access.machine-role-conflict", Role.Integration, Role.Officer)]
    [InlineData("access.role-not-grantable", Role.System)]
    public void Roles_that_exclude_each_other_are_not_held_by_one_person(string? refused, params Role[] roles)
    {
        new Action(() => RoleSet.EnsureCompatible([.. roles.Select(r => new HeldRole(r, "/tj/bhxq/hg/"))], _ => false)).ShouldRefuseWith(
            refused
        );
    }

    [Theory]
    [InlineData("/tj/bhxq/hg/", "/tj/bhxq/hg/zd1/", false, "access.reviewer-role-conflict")]
    [InlineData("/tj/bhxq/hg/zd1/", "/tj/bhxq/hg/", false, "access.reviewer-role-conflict")]
    [InlineData("/tj/bhxq/hg/", "/tj/bhxq/hg/zd1/", true, null)]
    [InlineData("/tj/bhxq/xc/", "/tj/bhxq/hg/zd1/", false, null)]
    public void A_reviewer_is_no_officer_of_the_same_organ_unless_the_organ_is_small(
        string reviewer,
        string officer,
        bool isSmall,
        string? refused
    )
    {
        new Action(() =>
            RoleSet.EnsureCompatible([new(Role.LegalReviewer, reviewer), new(Role.Officer, officer)], _ => isSmall)
        ).ShouldRefuseWith(refused);
    }

    [Theory]
    [InlineData("/tj/bhxq/hg/", "access.reviewer-role-conflict")] // another team of the same street
    [InlineData("/tj/bhxq/xc/", null)]
    [InlineData(null, null)]
    public void A_reviewer_of_one_team_is_no_officer_of_another(string? organOfOfficer, string? refused) =>
        new Action(() =>
            RoleSet.EnsureCompatible(
                [
                    new(Role.LegalReviewer, "/tj/bhxq/hg/zd1/", "/tj/bhxq/hg/"),
                    new(Role.Officer, organOfOfficer is null ? "/tj/" : $"{organOfOfficer}zd2/", organOfOfficer),
                ],
                _ => false
            )
        ).ShouldRefuseWith(organOfOfficer is null ? "access.reviewer-role-conflict" : refused);

    [Theory]
    [InlineData("/tj/bhxq/hg/zd1/", "/tj/,/tj/bhxq/,/tj/bhxq/hg/,/tj/bhxq/hg/zd1/")]
    [InlineData("/tj/", "/tj/")]
    public void A_change_is_confirmed_there_or_above(string path, string above) => SecondPerson.PathsAbove(path).ShouldBe(above.Split(','));

    [Fact]
    public void Who_signs_reviews_watches_or_administers_owes_a_second_factor()
    {
        SecondFactorDuty.IsOwedBy([Role.Officer, Role.Cashier, Role.Auditor]).ShouldBeFalse();
        SecondFactorDuty.IsOwedBy([]).ShouldBeFalse();
        foreach (
            var role in new[] { Role.LegalReviewer, Role.Head, Role.DeputyHead, Role.Supervisor, Role.CatalogueClerk, Role.Administrator }
        )
            SecondFactorDuty.IsOwedBy([Role.Officer, role]).ShouldBeTrue($"{role}");
    }

    private static Organisation Found(Organisation? parent, OrganisationKind kind, string code) =>
        new(Guid.NewGuid(), parent, kind, code, "某机关", new(), Founded);
}
