using System.Reflection;
using EnforcementCases.Api.Tests.Architecture.Planted.Lower;
using EnforcementCases.Domain;
using EnforcementCases.Paper;
using EnforcementCases.Pdf;
using EnforcementCases.Persistence;
using EnforcementCases.Platform;
using EnforcementCases.Site;
using EnforcementCases.Transparency;
using Shouldly;
using Xunit;

namespace EnforcementCases.Api.Tests.Architecture;

/// <summary>Projects and capabilities stand on floors, and nothing uses what is above it.</summary>
public sealed class OrderTests
{
    /// <summary>What each project may know of ours.</summary>
    private static readonly (Assembly Project, string[] MayKnow)[] Projects =
    [
        (typeof(DomainError).Assembly, []),
        (typeof(PdfDocument).Assembly, []),
        (typeof(AppDbContext).Assembly, ["Domain"]),
        (typeof(TreeHash).Assembly, ["Domain"]),
        (typeof(ProgramAssemblies).Assembly, ["Domain", "Persistence", "Transparency"]),
        (typeof(FormLayout).Assembly, ["Domain", "Pdf"]),
        (typeof(IPublicRegister).Assembly, ["Domain", "Persistence", "Pdf", "Platform"]),
        (
            typeof(Program).Assembly,
            [
                "Domain",
                "Persistence",
                "Pdf",
                "Platform",
                "Paper",
                "Site",
                "Transparency",
                "Migrations.Sqlite",
                "Migrations.PostgreSql",
                "Migrations.SqlServer",
            ]
        ),
    ];

    [Fact]
    public void Capabilities_of_the_domain_use_only_what_is_below() =>
        Faults(CapabilityOrder.Domain, typeof(DomainError).Assembly).ShouldBeEmpty();

    [Fact]
    public void Capabilities_of_the_program_use_only_what_is_below() =>
        Faults(CapabilityOrder.Api, typeof(Program).Assembly).ShouldBeEmpty();

    [Fact]
    public void Projects_know_only_what_is_below()
    {
        var faults =
            from project in Projects
            from known in project.Project.GetReferencedAssemblies()
            where known.Name!.StartsWith("EnforcementCases.", StringComparison.Ordinal)
            where !project.MayKnow.Contains(known.Name!["EnforcementCases.".Length..], StringComparer.Ordinal)
            select $"{project.Project.GetName().Name} -> {known.Name}";
        faults.ShouldBeEmpty();
    }

    [Fact]
    public void The_check_sees_an_arrow_up_in_the_body_of_a_lambda_of_an_async_method()
    {
        var uses = CompiledUse.Of(typeof(PlantedArrow).Assembly);

        Planted("Lower < Upper").FaultsOf(uses).ShouldBe(["PlantedArrow (Lower) -> PlantedTarget (Upper)"]);
        Planted("Lower , Upper").FaultsOf(uses).ShouldBe(["PlantedArrow (Lower) -> PlantedTarget (Upper)"]);
        Planted("Upper < Lower").FaultsOf(uses).ShouldBeEmpty();
    }

    [Fact]
    public void The_check_asks_for_a_place_for_every_folder()
    {
        var planted = Planted("Lower");

        planted.FaultsOf(CompiledUse.Of(typeof(PlantedArrow).Assembly)).Single().ShouldStartWith("Upper is not listed");
        planted.UnlistedOf(CompiledUse.TypesOf(typeof(PlantedArrow).Assembly)).ShouldBe(["Upper"]);
    }

    private static List<string> Faults(CapabilityOrder order, Assembly assembly)
    {
        var uses = CompiledUse.Of(assembly);
        uses.Count.ShouldBeGreaterThan(1_000);
        return [.. order.UnlistedOf(CompiledUse.TypesOf(assembly)).Select(c => $"{c} is not listed"), .. order.FaultsOf(uses)];
    }

    private static CapabilityOrder Planted(string order) => new("EnforcementCases.Api.Tests.Architecture.Planted", rootIsTop: false, order);
}
