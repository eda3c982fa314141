using EnforcementCases.Api.Tests.Access;
using EnforcementCases.Api.Tests.Fixture;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Cases;

/// <summary>What is missing before a street can decide its first case, and what to call for it.</summary>
public sealed class SetupTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task A_street_that_works_has_everything_it_needs()
    {
        var setup = await api.SignedInAs("hg-admin").GetJson("admin/setup");

        setup.Status.ShouldBe(200, setup.Body.ToString());
        setup["canDecide"].GetBoolean().ShouldBeTrue(setup.Body.ToString());
        foreach (var step in setup["steps"].EnumerateArray().Where(s => s.GetProperty("needed").GetBoolean()))
            step.GetProperty("state").GetString().ShouldBe("Done", step.ToString());
        Step(setup, "Keys").State.ShouldBe("CheckYourself");
    }

    [Fact]
    public async Task A_street_just_founded_is_led_through_what_it_lacks_and_each_step_names_its_call()
    {
        var founded = await api.SignedInAs("tj-admin")
            .PostJson(
                "admin/organisations",
                new
                {
                    parentId = await api.OrganisationId("/tj/bhxq/"),
                    kind = "Street",
                    code = "s" + Guid.NewGuid().ToString("N")[..8],
                    name = "新设街道",
                }
            );
        founded.Status.ShouldBe(201, founded.Body.ToString());

        var setup = await api.SignedInAs("tj-admin").GetJson($"admin/setup?organisationId={founded["id"].GetGuid()}");

        setup["canDecide"].GetBoolean().ShouldBeFalse();
        Step(setup, "Organisation").State.ShouldBe("Done");
        Step(setup, "Calendar").State.ShouldBeOneOf("Done", "Missing"); // the demo data end with a year
        foreach (var part in (string[])["Profile", "Officers", "Accounts", "Clerks", "Adoptions"])
        {
            var step = Step(setup, part);
            step.State.ShouldBe("Missing", part);
            step.Next!.ShouldContain("/api/v1/", Case.Sensitive, part);
        }
        Step(setup, "Accounts").Missing.ShouldBe(["Officer", "Head"]);
        (await api.SignedInAs("hg-officer1").GetJson("admin/setup")).ShouldBeProblem(403, "access.not-allowed");
        (await api.SignedInAs("xc-admin").GetJson($"admin/setup?organisationId={founded["id"].GetGuid()}")).ShouldBeProblem(
            404,
            "organisation.not-found"
        );
    }

    private static (string State, string? Next, List<string?> Missing) Step(ApiAnswer setup, string part)
    {
        var step = setup["steps"].EnumerateArray().Single(s => s.GetProperty("part").GetString() == part);
        return (
            step.GetProperty("state").GetString()!,
            step.GetProperty("next").GetString(),
            [.. step.GetProperty("missing").EnumerateArray().Select(m => m.GetString())]
        );
    }
}
