from reportgen.preview.memory import Memory


class Behind:
    """A keeper that counts how often it is asked."""

    def __init__(self):
        self.kept, self.asked = {}, 0

    def find(self, kind, key):
        self.asked += 1
        return self.kept.get((kind, key))

    def keep(self, kind, key, value):
        self.kept[kind, key] = value


def test_what_was_kept_is_the_same_object_and_is_kept_behind_too():
    behind, value = Behind(), ["a"]
    memory = Memory(behind)
    memory.keep("chapter", "1", value)
    assert memory.find("chapter", "1") is value and behind.asked == 0
    assert behind.kept == {("chapter", "1"): value}


def test_what_is_behind_is_asked_for_once():
    behind = Behind()
    behind.keep("chapter", "1", "a")
    memory = Memory(behind)
    assert [memory.find("chapter", "1"), memory.find("chapter", "1")] == ["a", "a"] and behind.asked == 1
    assert memory.find("chapter", "2") is None


def test_what_was_used_longest_ago_is_forgotten_first():
    behind = Behind()
    memory = Memory(behind, most=2)
    for key in "ab":
        memory.keep("k", key, key)
    memory.find("k", "a")
    memory.keep("k", "c", "c")
    assert behind.asked == 0
    memory.find("k", "a")
    assert behind.asked == 0
    memory.find("k", "b")
    assert behind.asked == 1
