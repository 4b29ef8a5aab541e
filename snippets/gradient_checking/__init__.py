"""Topic 08: is this gradient right, and if not, where is it wrong?"""
