#include "fetch/networks.h"

#include <gtest/gtest.h>

namespace depesche {
namespace {

bool is_public_text(const char* text) {
    const auto address = parse_machine_address(text);
    EXPECT_TRUE(address) << text;
    return address && is_public(*address);
}

TEST(Networks, TheInternetIsPublic) {
    for (const char* text : {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.255.255", "172.32.0.0",
                             "192.167.255.255", "192.169.0.0", "223.255.255.255", "2a00:1450:4001::1", "2606:4700::1111", "2001:4860::8888",
                             "::ffff:1.1.1.1", "64:ff9b::1.1.1.1"})
        EXPECT_TRUE(is_public_text(text)) << text;
}

TEST(Networks, PrivateLoopbackLinkLocalAndReservedAddressesAreNot) {
    for (const char* text : {"0.0.0.0",
                             "10.0.0.1",
                             "100.64.0.1",
                             "127.0.0.1",
                             "127.255.255.255",
                             "169.254.169.254",
                             "172.16.0.1",
                             "172.31.255.255",
                             "192.0.0.192",
                             "192.0.2.1",
                             "192.168.1.1",
                             "198.18.0.1",
                             "198.19.255.255",
                             "203.0.113.9",
                             "224.0.0.1",
                             "240.0.0.1",
                             "255.255.255.255",
                             "::",
                             "::1",
                             "fe80::1",
                             "fec0::1",
                             "fc00::1",
                             "fd00:ec2::254",
                             "ff02::1",
                             "2001:db8::1",
                             "3fff::1",
                             "100::1"})
        EXPECT_FALSE(is_public_text(text)) << text;
}

TEST(Networks, PrivateAddressesInsideOthersAreNotPublic) {
    for (const char* text : {"::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "64:ff9b::127.0.0.1",
                             "64:ff9b::a00:1", "64:ff9b:1::1.1.1.1", "2002:7f00:1::", "2001:0:7f00:1::", "::ffff:0:127.0.0.1"})
        EXPECT_FALSE(is_public_text(text)) << text;
}

TEST(Networks, WhatAUserNamesIsAllowedAndNothingBesideIt) {
    const auto networks = AllowedNetworks::parse("10.1.0.0/16,127.0.0.1,fd00::/8");
    ASSERT_TRUE(networks);
    const auto allows = [&](const char* text) { return networks->allows(*parse_machine_address(text)); };
    EXPECT_TRUE(allows("10.1.2.3"));
    EXPECT_TRUE(allows("::ffff:10.1.2.3"));
    EXPECT_TRUE(allows("127.0.0.1"));
    EXPECT_TRUE(allows("fd12::1"));
    EXPECT_TRUE(allows("1.1.1.1"));
    EXPECT_FALSE(allows("10.2.0.0"));
    EXPECT_FALSE(allows("127.0.0.2"));
    EXPECT_FALSE(allows("fe80::1"));
    EXPECT_TRUE(AllowedNetworks::parse("any")->allows(*parse_machine_address("::1")));
    EXPECT_FALSE(AllowedNetworks().allows(*parse_machine_address("127.0.0.1")));
}

TEST(Networks, WhatIsNoNetworkIsWrongUsage) {
    for (const char* text : {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0/8", "fd00::/129", "10.0.0.0/8x"})
        EXPECT_FALSE(AllowedNetworks::parse(text)) << text;
}

}  // namespace
}  // namespace depesche
