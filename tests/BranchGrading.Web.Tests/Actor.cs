namespace BranchGrading.Web.Tests;

/// <summary>Who calls: the six roles of the domain and somebody without an account, in the order of the route table's columns.</summary>
public enum Actor
{
    Anonymous,

    /// <summary>Secretary of 材料教工支部.</summary>
    Secretary,

    /// <summary>Officer of 材料学院党委.</summary>
    Officer,

    Department,
    Inspector,
    Administrator,
    Auditor,

    /// <summary>Officer of 计算机学院党总支.</summary>
    OtherOfficer,

    /// <summary>Secretary of 计算机教工支部.</summary>
    OtherSecretary,

    /// <summary>Secretary of 图书馆直属党支部, who also acts as its officer.</summary>
    DirectSecretary,

    /// <summary>A second one of the department, for what two do at once.</summary>
    SecondDepartment,
}
